package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * People who sign in again and again at whatever nodes serve. Each right code is posted twice at the same moment and once
 * more afterwards: it must be taken once.
 */
final class Load implements AutoCloseable {

    private static final int BROWSERS = 6;
    private static final int MEMBERS_PER_BROWSER = 10;
    private static final String CODE_FORM = "cloakroom-code-form";

    private final Cluster cluster;
    private final TestRealm realm;
    private final Function<String, Optional<String>> codes;
    private final Figures figures = new Figures();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService people = Executors.newFixedThreadPool(BROWSERS);
    private final ExecutorService twins = Executors.newCachedThreadPool();
    private volatile boolean goesOn = true;

    /**
     * Begins at once.
     *
     * @param codes waits for the newest code to an address, nothing where it does not come
     */
    Load(Cluster cluster, TestRealm realm, Function<String, Optional<String>> codes) {
        this.cluster = cluster;
        this.realm = realm;
        this.codes = codes;
        IntStream.range(0, BROWSERS * MEMBERS_PER_BROWSER).forEach(i -> realm.user(address(i)));
        IntStream.range(0, BROWSERS).forEach(i -> people.execute(() -> goOn(i)));
    }

    Figures figures() {
        return figures;
    }

    int logins() {
        return figures.value(Figures.LOGINS);
    }

    /** Until so many more have signed in. */
    void awaitMoreLogins(int more) {
        int before = logins();
        Patience.until(more + " more logins: " + figures, Duration.ofMinutes(2), () -> logins() >= before + more);
    }

    @Override
    public void close() {
        goesOn = false;
        people.shutdown();
        Patience.until("the last has gone: " + figures, Duration.ofMinutes(3), people::isTerminated);
        twins.shutdown();
    }

    private void goOn(int person) {
        for (int i = 0; goesOn; i++) {
            Browser browser = Browser.create();
            try {
                signIn(browser, address(person * MEMBERS_PER_BROWSER + i % MEMBERS_PER_BROWSER));
            } catch (UncheckedIOException e) {
                figures.count(Figures.LOST);
            }
            figures.add(browser);
        }
    }

    private void signIn(Browser browser, String address) {
        Page identify = DemoApp.of(next().issuer(realm.name())).screen(browser).page();
        if (!identify.hasForm("cloakroom-identify-form")) {
            figures.refused(identify);
            return;
        }
        Page waiting = browser.submit(Way.SIGN_IN.claim(identify, address).at(next().baseUri()));
        if (!waiting.hasForm(CODE_FORM)) {
            figures.refused(waiting);
            return;
        }
        Optional<String> code = codes.apply(address);
        if (code.isEmpty()) {
            figures.count(Figures.NO_MAIL);
            return;
        }
        enter(browser, waiting.form(CODE_FORM).with("code", code.get()));
    }

    private void enter(Browser browser, Form right) {
        List<CompletableFuture<Boolean>> answers = IntStream.range(0, 2)
                .mapToObj(i -> browser.tab())
                .map(tab -> CompletableFuture.supplyAsync(() -> isTaken(tab, right), twins))
                .toList();
        long taken = answers.stream().filter(CompletableFuture::join).count();
        taken += isTaken(browser, right) ? 1 : 0;
        if (taken > 0) {
            figures.count(Figures.LOGINS);
        }
        if (taken > 1) {
            figures.count(Figures.TWICE);
        }
    }

    /** Whether a login came of it. Most do not: two of three come too late. */
    private boolean isTaken(Browser tab, Form right) {
        try {
            return AtOnce.isLogin(tab.submit(right.at(next().baseUri())));
        } catch (UncheckedIOException e) {
            figures.count(Figures.LOST);
            return false;
        } finally {
            figures.add(tab);
        }
    }

    private ClusterNode next() {
        List<ClusterNode> serving =
                cluster.nodes().stream().filter(ClusterNode::isServing).toList();
        return serving.get(turn.getAndIncrement() % serving.size());
    }

    private static String address(int member) {
        return "load" + member + "@example.com";
    }
}
