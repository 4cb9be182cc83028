package io.cloakroom.mail;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A letter on its way.
 *
 * @param letter what was asked for
 * @param reception what strangers get, and whoever signs up again
 */
record Delivery(Letter letter, Reception reception) {

    /** Longer than an answer takes. */
    private static final Duration LEAST_REST = Duration.ofSeconds(1);

    private static final Duration MOST_REST = Duration.ofSeconds(2);

    /**
     * How long the letter waits for its turn. Where strangers get nothing, writing and sending a member's mail would take
     * from the machine what the answer to the member still needs, and show in its time; at a moment known beforehand it would
     * show in the time of another answer then.
     */
    Duration rest() {
        boolean isForMembersOnly = letter instanceof ResetLetter || reception.unknownAddress() == UnknownAddress.SILENT;
        return isForMembersOnly ? anyRest() : Duration.ZERO;
    }

    private static Duration anyRest() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(LEAST_REST.toMillis(), MOST_REST.toMillis()));
    }

    /** Whose mail server takes it. */
    String realmId() {
        return letter.request().realmId();
    }

    @Override
    public String toString() {
        return "Delivery[hidden]";
    }
}
