package io.cloakroom.proof;

import java.util.Locale;

/** What became of a guess. */
public sealed interface Verdict {

    /** The fixed word for events and metrics. */
    String id();

    /** The guess was right, and this request is the only one that is told so. */
    record Accepted() implements Verdict {

        static final String ID = "accepted";

        @Override
        public String id() {
            return ID;
        }
    }

    /** The guess was not right, or was not even compared. */
    record Refused(Reason reason) implements Verdict {

        @Override
        public String id() {
            return reason.id();
        }
    }

    /**
     * No guess is possible now.
     *
     * @param seconds until one is, at least 1
     * @param isNews whether this node has only just found out; false in a flood
     */
    record Limited(long seconds, boolean isNews) implements Verdict {

        static final String ID = "limited";

        @Override
        public String id() {
            return ID;
        }
    }

    /** Why a proof was refused. Only {@link #WRONG} means that a guess was compared. */
    enum Reason {
        WRONG,
        EXPIRED,
        SPENT,
        EXHAUSTED;

        /** The fixed word for events and metrics. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
