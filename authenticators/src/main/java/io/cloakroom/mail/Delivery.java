package io.cloakroom.mail;

import java.time.Duration;

/**
 * A letter on its way.
 *
 * @param letter what was asked for
 * @param reception what strangers get, and whoever signs up again
 */
record Delivery(Letter letter, Reception reception) {

    /** Longer than an answer takes. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /**
     * How long the letter waits for its turn. Where strangers get nothing, writing and sending a member's mail would take
     * from the machine what the answer to the member still needs, and show in its time.
     */
    Duration rest() {
        boolean isForMembersOnly = letter instanceof ResetLetter || reception.unknownAddress() == UnknownAddress.SILENT;
        return isForMembersOnly ? A_MOMENT : Duration.ZERO;
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
