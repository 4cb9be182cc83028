package io.cloakroom.mail;

/** What became of one try to deliver a letter. */
enum Outcome {
    /** The mail server has taken it. */
    SENT,
    /** Nothing was to be sent. */
    NOTHING,
    /** The mail server refused for good. */
    REFUSED,
    /** The mail server refused for now. */
    TRY_AGAIN,
    /** The mail server was not there, or said nothing. */
    AWAY,
    /** Something else went wrong, such as the database, and may be well by the next try. */
    FAILED,
    /** Something else is wrong, and the next try would find it so: a method that is missing, a template without an end. */
    DEFECT;

    /** What a mishap comes to. */
    static Outcome of(Throwable mishap) {
        return mishap instanceof Error ? DEFECT : FAILED;
    }

    /** Whether neither the letter nor the mail server is the reason. */
    boolean isMishap() {
        return this == FAILED || this == DEFECT;
    }

    /** Whether the next try may come to something else. */
    boolean mayPass() {
        return this == TRY_AGAIN || this == AWAY || this == FAILED;
    }
}
