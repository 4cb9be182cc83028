package io.cloakroom.tests.fuzz;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.RunningKeycloak;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Spoils requests and looks at the answers. A visit walks to one place as a person does and sends a number of spoilt
 * requests from there, each from where the one before has led. All that is random in a visit comes from the seed and its
 * number.
 */
public final class Fuzz implements AutoCloseable {

    private static final int VISITORS = 2;
    private static final int REQUESTS_OF_A_VISIT = 20;
    private static final int MOST_REDIRECTS = 5;
    private static final int TRIES_TO_ENTER = 3;
    private static final long VISITS_APART = 1_000_003;

    private final RunningKeycloak keycloak;
    private final Plan plan;
    private final Stage stage;
    private final Map<String, Scene> scenes;
    private final Pace pace;
    private final Findings findings = new Findings();
    private final AtomicInteger visits = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger setbacks = new AtomicInteger();
    private volatile boolean over;

    private Fuzz(RunningKeycloak keycloak, Plan plan) {
        this.keycloak = keycloak;
        this.plan = plan;
        this.stage = Stage.set(keycloak);
        this.scenes = new Scenes(stage).all();
        this.pace = Pace.of(
                new Visitor(keycloak.baseUri(), network(0)),
                Draft.get(stage.app().login().uri()));
    }

    /** Gets everything ready, and learns how long a calm answer takes. */
    public static Fuzz prepare(RunningKeycloak keycloak, Plan plan) {
        return new Fuzz(keycloak, plan);
    }

    /** Sends as many requests as the plan says. */
    public Findings run() throws InterruptedException, ExecutionException {
        ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
        try {
            List<? extends Future<?>> running = IntStream.range(0, VISITORS)
                    .mapToObj(visitor -> visitors.submit(this::visitUntilDone))
                    .toList();
            for (Future<?> visitor : running) {
                visitor.get();
            }
            return findings;
        } finally {
            visitors.shutdownNow();
        }
    }

    /** What was done, in figures. */
    public String summary() {
        return String.format(
                "seed %d, %d requests in %d visits, %d setbacks; calm median %d ms, median %d ms, longest %d ms, limit"
                        + " %d ms%n%s",
                plan.seed(),
                requests.get(),
                visits.get(),
                setbacks.get(),
                pace.calm().toMillis(),
                pace.median().toMillis(),
                pace.longest().toMillis(),
                pace.limit().toMillis(),
                findings.statuses());
    }

    @Override
    public void close() {
        stage.clear();
    }

    /** Whoever fails ends it for all. */
    private void visitUntilDone() {
        try {
            while (!over && requests.get() < plan.requests()) {
                visit(visits.getAndIncrement());
            }
        } finally {
            over = true;
        }
    }

    private void visit(int number) {
        String name = List.copyOf(scenes.keySet()).get(number % scenes.size());
        Random random = new Random(plan.seed() * VISITS_APART + number);
        Browser browser = Browser.at(network(number + 1));
        Optional<Place> place = Optional.of(enter(name, browser));
        Visitor visitor = new Visitor(keycloak.baseUri(), network(number + 1)).after(browser);
        for (int i = 0; i < REQUESTS_OF_A_VISIT && place.isPresent(); i++) {
            requests.incrementAndGet();
            String request = visitor.request(Mutation.spoilt(place.get().way(random), random));
            Answer answer = visitor.send(request);
            String where = String.format("%s, visit %d, request %d", name, number, i);
            findings.look(where, request, answer);
            if (pace.isTooSlow(answer, visitor, request)) {
                findings.add(new Finding(where, "took " + answer.took(), request));
            }
            place = next(place.get(), visitor, answer);
        }
    }

    /** What other visitors do may come between, once or twice: a place that cannot be reached at all is a failure. */
    private Place enter(String name, Browser browser) {
        for (int attempt = 1; ; attempt++) {
            try {
                return scenes.get(name).enter(browser);
            } catch (IllegalStateException | AssertionError e) {
                if (attempt == TRIES_TO_ENTER) {
                    throw new AssertionError("Cannot get to '" + name + "', seed " + plan.seed(), e);
                }
                setbacks.incrementAndGet();
            }
        }
    }

    /** Goes on where the answer leads; else back to where the request came from, if that is still there. */
    private Optional<Place> next(Place place, Visitor visitor, Answer answer) {
        if (place.again().isEmpty()) {
            return Optional.of(place);
        }
        return arrived(visitor, answer)
                .or(() -> arrived(
                        visitor, visitor.send(visitor.request(place.again().get()))));
    }

    private Optional<Place> arrived(Visitor visitor, Answer first) {
        Answer answer = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            Optional<URI> onwards = answer.header("Location").flatMap(this::here);
            if (onwards.isEmpty()) {
                break;
            }
            answer = visitor.send(visitor.request(Draft.get(onwards.get())));
        }
        return Place.in(answer, keycloak.baseUri());
    }

    private Optional<URI> here(String location) {
        try {
            URI uri = keycloak.baseUri().resolve(location);
            boolean isKeycloaks = keycloak.baseUri().getAuthority().equals(uri.getAuthority());
            return isKeycloaks ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One that no other visit or test comes from. */
    private static String network(int number) {
        return String.format("172.%d.%d.%d", 16 + ((number >> 16) & 15), (number >> 8) & 255, number & 255);
    }
}
