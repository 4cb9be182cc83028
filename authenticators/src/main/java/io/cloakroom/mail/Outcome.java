package io.cloakroom.mail;

import java.util.Locale;

/** What became of one try to deliver a letter. */
enum Outcome {
    /** A code went to a member. */
    CODE,
    /** A notice went to a stranger. */
    NOTICE,
    /** Nothing was to be sent. */
    NOTHING,
    /** The mail server refused for good. */
    REFUSED,
    /** The mail server refused for now, or was not there. */
    TRY_AGAIN;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
