package io.cloakroom.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What each realm has of the queue that all realms of a node share: three quarters of its places at most, and a way to the
 * realm's mail server, which is closed while that is away. Then one letter at a time asks whether it is back, and the others
 * wait without a sender. A realm is forgotten with the last letter that it has in the queue.
 */
final class Lanes {

    /** Waits before the first, second, … letter asks; the last one repeats. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final int capacity;
    private final int share;
    private final LongSupplier nanos;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int taken;

    /**
     * Lanes of an empty queue.
     *
     * @param nanos a clock that nobody sets
     */
    Lanes(int capacity, LongSupplier nanos) {
        this.capacity = capacity;
        this.share = (capacity * 3 + 3) / 4;
        this.nanos = nanos;
    }

    /** Takes a place for a letter of that realm, if there is one for it. */
    synchronized boolean enter(String realmId) {
        Lane lane = lanes.computeIfAbsent(realmId, fresh -> new Lane());
        boolean isFree = taken < capacity && lane.letters < share;
        if (isFree) {
            taken++;
            lane.letters++;
        }
        forgetEmpty(realmId, lane);
        return isFree;
    }

    /** Gives the place back. */
    synchronized void leave(String realmId) {
        Lane lane = lane(realmId);
        taken--;
        lane.letters--;
        forgetEmpty(realmId, lane);
    }

    synchronized int taken() {
        return taken;
    }

    /**
     * How long the letter that asks has to wait. Where that is zero it is handed to the mail server now, and {@link #answered}
     * follows in any case.
     */
    synchronized Duration closedFor(String realmId) {
        Lane lane = lane(realmId);
        if (lane.misses == 0) {
            return Duration.ZERO;
        }
        if (lane.isBeingAsked) {
            return WAITS.get(0);
        }
        long left = lane.askAt - nanos.getAsLong();
        lane.isBeingAsked = left <= 0;
        return left <= 0 ? Duration.ZERO : Duration.ofMillis(1 + left / 1_000_000);
    }

    /** What became of the letter. A mishap says nothing about the mail server; the next letter asks. */
    synchronized void answered(String realmId, Outcome outcome) {
        Lane lane = lane(realmId);
        boolean isNews = lane.misses == 0 || lane.isBeingAsked;
        if (outcome == Outcome.AWAY && isNews) {
            Duration wait = WAITS.get(Math.min(lane.misses, WAITS.size() - 1));
            lane.misses++;
            lane.askAt = nanos.getAsLong() + wait.toNanos();
        } else if (outcome != Outcome.AWAY && !outcome.isMishap()) {
            lane.misses = 0;
        }
        lane.isBeingAsked = false;
    }

    private Lane lane(String realmId) {
        Lane lane = lanes.get(realmId);
        if (lane == null) {
            throw new IllegalStateException("A letter without a place");
        }
        return lane;
    }

    private void forgetEmpty(String realmId, Lane lane) {
        if (lane.letters == 0) {
            lanes.remove(realmId);
        }
    }

    private static final class Lane {
        private int letters;
        private int misses;
        private long askAt;
        private boolean isBeingAsked;
    }
}
