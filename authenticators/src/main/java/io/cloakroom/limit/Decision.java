package io.cloakroom.limit;

import java.util.Optional;

/** The answer to a request for permits. */
public sealed interface Decision {

    /** Lets the permits count at once: nothing, or why there are none. */
    Optional<Refused> use();

    /**
     * Go ahead. One of the two is called before the request ends.
     *
     * @param keep lets the permits count
     * @param refund gives them back, as after a right answer
     */
    record Granted(Runnable keep, Runnable refund) implements Decision {

        @Override
        public Optional<Refused> use() {
            keep.run();
            return Optional.empty();
        }

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
    record Refused(Scope scope, long seconds, boolean isNews) implements Decision {

        @Override
        public Optional<Refused> use() {
            return Optional.of(this);
        }
    }
}
