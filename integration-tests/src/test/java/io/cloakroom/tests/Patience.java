package io.cloakroom.tests;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what a server does in its own time. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Patience() {}

    /** Until it is so, for half a minute at most. */
    static void until(String what, BooleanSupplier condition) {
        until(what, LONGEST, condition);
    }

    static void until(String what, Duration longest, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not within " + longest + ": " + what);
            }
            pause();
        }
    }

    /** Keycloak keeps times in seconds: what comes next is later for it, too. */
    static void aSecond() {
        seconds(1);
    }

    /** What is proved within two seconds after everybody was put out of an account counts as proved before: clocks differ. */
    static void untilNoClockDoubts() {
        seconds(3);
    }

    private static void seconds(int seconds) {
        Instant start = Instant.now();
        until(seconds + " s have passed", () -> Instant.now().isAfter(start.plusSeconds(seconds)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
