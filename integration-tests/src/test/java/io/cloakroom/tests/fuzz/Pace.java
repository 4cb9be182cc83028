package io.cloakroom.tests.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long answers take, and which of them took too long. */
final class Pace {

    private static final int CALM_REQUESTS = 40;
    /** A request may be a hundred times as large as a calm one; and the machine may be busy with something else. */
    private static final int TIMES_CALM = 40;

    private static final Duration LEAST_LIMIT = Duration.ofSeconds(2);
    private static final int TRIES = 3;

    private final Duration calm;
    private final List<Duration> taken = Collections.synchronizedList(new ArrayList<>());

    private Pace(Duration calm) {
        this.calm = calm;
    }

    /** Measured with a request that nothing is wrong with. */
    static Pace of(Visitor visitor, Draft request) {
        List<Duration> calm = new ArrayList<>();
        for (int i = 0; i < CALM_REQUESTS; i++) {
            calm.add(visitor.send(visitor.request(request)).took());
        }
        return new Pace(median(calm));
    }

    Duration calm() {
        return calm;
    }

    Duration limit() {
        Duration scaled = calm.multipliedBy(TIMES_CALM);
        return scaled.compareTo(LEAST_LIMIT) > 0 ? scaled : LEAST_LIMIT;
    }

    /** Whether it is the request that is slow: it is sent again, to see whether it was the machine. */
    boolean isTooSlow(Answer first, Visitor visitor, String request) {
        if (first.status() == 0) {
            // There is no answer whose time could be looked at.
            return false;
        }
        taken.add(first.took());
        Answer answer = first;
        for (int i = 1; i < TRIES && answer.took().compareTo(limit()) > 0; i++) {
            answer = visitor.send(request);
        }
        return answer.took().compareTo(limit()) > 0;
    }

    Duration median() {
        return median(List.copyOf(taken));
    }

    Duration longest() {
        return Collections.max(taken);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
