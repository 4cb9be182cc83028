package io.cloakroom.limit;

/** The answer to a request for permits. */
public sealed interface Decision {

    /**
     * Go ahead. One of the two is called before the request ends.
     *
     * @param keep lets the permits count
     * @param refund gives them back, as after a right answer
     */
    record Granted(Runnable keep, Runnable refund) implements Decision {

        /** Both or none: where the other was refused, this one is given back. */
        Decision and(Decision other) {
            if (other instanceof Granted too) {
                return new Granted(() -> runBoth(keep, too.keep), () -> runBoth(refund, too.refund));
            }
            refund.run();
            return other;
        }

        private static void runBoth(Runnable first, Runnable second) {
            first.run();
            second.run();
        }
    }

    /**
     * Not now.
     *
     * @param scope the limit that had no room
     * @param seconds until the next permit is free, at least 1
     * @param isNews whether the shared store was asked; false where this node knew, as in a flood
     */
    record Refused(String scope, long seconds, boolean isNews) implements Decision {}
}
