package io.cloakroom.mail;

import java.util.Locale;

/** What became of one try to deliver a letter. */
enum Outcome {
    /** A member got what was asked for: a code, a link, or news of the account. */
    CODE,
    /** A stranger got a code that makes an account. */
    SIGN_UP,
    /** A member was told that the account is there already. */
    TAKEN,
    /** A stranger was told that there is no account. */
    NOTICE,
    /** Nothing was to be sent. */
    NOTHING,
    /** The mail server refused for good. */
    REFUSED,
    /** The mail server refused for now, or was not there. */
    TRY_AGAIN;

    /** Whether somebody got the mail that was asked for. */
    boolean isSent() {
        return this == CODE || this == SIGN_UP || this == TAKEN;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
