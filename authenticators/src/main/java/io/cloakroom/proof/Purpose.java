package io.cloakroom.proof;

import java.util.Locale;

/** What a proof is for. A proof of one purpose is worth nothing in another. */
public enum Purpose {
    /** The address signs in: the first factor. */
    SIGN_IN,
    /** The mailbox confirms somebody whom another factor has named. */
    SECOND_FACTOR,
    /** The address is to become that of a new account. */
    SIGN_UP,
    /** The address is the way back into an account. */
    RECOVERY,
    /** The mailbox confirms that an account belongs to whom an identity provider has named. */
    IDENTITY_PROVIDER;

    /** The fixed word for events and keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
