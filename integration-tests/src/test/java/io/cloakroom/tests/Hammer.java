package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.TestRealm;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Some who ask for mails to one address without a break, from one network, at all nodes that live. */
final class Hammer implements AutoCloseable {

    private static final int THREADS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NETWORK = "10.88.0.1";

    private final String address;
    private final List<ClusterNode> nodes;
    private final TestRealm realm;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile boolean goesOn = true;

    private Hammer(String address, List<ClusterNode> nodes, TestRealm realm) {
        this.address = address;
        this.nodes = nodes;
        this.realm = realm;
    }

    static Hammer on(String address, List<ClusterNode> nodes, TestRealm realm) {
        Hammer hammer = new Hammer(address, nodes, realm);
        IntStream.range(0, THREADS).forEach(i -> hammer.threads.execute(hammer::run));
        return hammer;
    }

    /** What has been answered so far. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    int granted() {
        return (int) taken.stream().filter(Taken::isGranted).count();
    }

    void awaitGranted(int count) {
        Patience.until(count + " are granted", PATIENCE, () -> granted() >= count);
    }

    @Override
    public void close() {
        goesOn = false;
        threads.shutdown();
        Patience.until("the last has been answered", threads::isTerminated);
    }

    private void run() {
        while (goesOn) {
            try {
                ask();
            } catch (UncheckedIOException e) {
                // The node has died meanwhile: whoever asked it asks the next one.
            }
        }
    }

    private void ask() {
        Browser browser = Browser.at(NETWORK);
        Page page = Way.SIGN_IN.open(browser, next().issuer(realm.name()));
        do {
            Instant start = Instant.now();
            page = browser.submit(Way.SIGN_IN.claim(page, address).at(next().baseUri()));
            taken.add(new Taken(start, Instant.now(), page));
        } while (goesOn && page.status() == Taken.REFUSED);
    }

    private ClusterNode next() {
        List<ClusterNode> serving =
                nodes.stream().filter(ClusterNode::isServing).toList();
        return serving.get(turn.getAndIncrement() % serving.size());
    }
}
