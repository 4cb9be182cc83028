package io.cloakroom.proof;

import java.util.Locale;

/** What a proof is for. A proof of one purpose is worth nothing in another. */
public enum Purpose {
    /** The address signs in: the first factor. */
    SIGN_IN,
    /** The mailbox confirms somebody whom another factor has named. */
    SECOND_FACTOR;

    /** The fixed word for events and keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
