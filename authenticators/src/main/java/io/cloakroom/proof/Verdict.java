package io.cloakroom.proof;

import java.util.Locale;

/** What became of a guess. */
public sealed interface Verdict {

    /** The guess was right, and this request is the only one that is told so. */
    record Accepted() implements Verdict {}

    /** The guess was not right, or was not even compared. */
    record Refused(Reason reason) implements Verdict {}

    /**
     * No guess is possible now.
     *
     * @param seconds until one is, at least 1
     * @param isNews whether this node has only just found out; false in a flood
     */
    record Limited(long seconds, boolean isNews) implements Verdict {}

    /** Why a proof was refused, in the words that events carry. Only {@link #WRONG} means that a guess was compared. */
    enum Reason {
        WRONG,
        EXPIRED,
        SPENT,
        EXHAUSTED,
        LIMITED;

        /** The fixed word for events. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
