package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * People who all want the same thing at the same moment, each in a login of their own, at the nodes in turn. Whoever is
 * refused stays where they are and can try again; whoever is not goes on, and begins anew when next needed.
 */
final class Takers {

    private static final int OPEN_AT_ONCE = 8;

    private final Cluster cluster;
    private final Function<Browser, Page> door;
    private final List<Browser> browsers;
    private final List<Page> pages;

    /**
     * So many of them.
     *
     * @param door the way to the page on which they wait
     */
    Takers(Cluster cluster, int count, Function<Browser, Page> door) {
        this.cluster = cluster;
        this.door = door;
        this.browsers = new ArrayList<>(Collections.nCopies(count, Browser.create()));
        this.pages = new ArrayList<>(Collections.nCopies(count, null));
    }

    /** Each asks for a mail to such an address, from such a network. */
    List<Taken> ask(IntFunction<String> addresses, IntFunction<String> networks) throws Exception {
        return take(networks, (i, page) -> Way.SIGN_IN.claim(page, addresses.apply(i)));
    }

    /** Each tries a password that is not right. */
    List<Taken> tryPassword(IntFunction<String> addresses, IntFunction<String> networks) throws Exception {
        return take(
                networks,
                (i, page) -> page.form("cloakroom-identify-form")
                        .with("username", addresses.apply(i))
                        .with("password", "not right")
                        .with("method", "password"));
    }

    /** Each tries a code that is not right. */
    List<Taken> guess(IntFunction<String> networks) throws Exception {
        return take(networks, (i, page) -> page.form("cloakroom-code-form").with("code", "ZZZZ-ZZZZ"));
    }

    private List<Taken> take(IntFunction<String> networks, BiFunction<Integer, Page, Form> forms) throws Exception {
        open();
        Instant[] starts = new Instant[pages.size()];
        Instant[] ends = new Instant[pages.size()];
        List<Callable<Page>> posts = IntStream.range(0, pages.size())
                .<Callable<Page>>mapToObj(i -> {
                    Browser browser = browsers.get(i).sending("X-Forwarded-For", networks.apply(i));
                    Form form = forms.apply(i, pages.get(i)).at(cluster.node(i).baseUri());
                    return () -> {
                        starts[i] = Instant.now();
                        Page page = browser.submit(form);
                        ends[i] = Instant.now();
                        return page;
                    };
                })
                .toList();
        List<Page> answers = AtOnce.send(posts);
        return IntStream.range(0, answers.size())
                .mapToObj(i -> {
                    pages.set(i, answers.get(i).status() == Taken.REFUSED ? answers.get(i) : null);
                    return new Taken(starts[i], ends[i], answers.get(i));
                })
                .toList();
    }

    private void open() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(OPEN_AT_ONCE);
        try {
            List<Callable<Void>> openings = IntStream.range(0, pages.size())
                    .filter(i -> pages.get(i) == null)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        browsers.set(i, Browser.create());
                        pages.set(i, door.apply(browsers.get(i)));
                        return null;
                    })
                    .toList();
            for (Future<Void> opening : threads.invokeAll(openings)) {
                opening.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
