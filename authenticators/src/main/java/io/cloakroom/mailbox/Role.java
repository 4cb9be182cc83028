package io.cloakroom.mailbox;

import io.cloakroom.proof.Purpose;

/** Which place the step has in its flow. */
public enum Role {
    /** It says who is here: after the address, and instead of a password. */
    FIRST(Purpose.SIGN_IN, true),
    /** It confirms somebody whom an earlier step of the same login has proved; it always asks. */
    SECOND(Purpose.SECOND_FACTOR, false),
    /** It proves the address of an account that is to be made. */
    SIGN_UP(Purpose.SIGN_UP, true),
    /** It is the way back into an account. */
    RECOVERY(Purpose.RECOVERY, true),
    /** It confirms that an account belongs to whom an identity provider has named. */
    IDENTITY_PROVIDER(Purpose.IDENTITY_PROVIDER, false);

    private final Purpose purpose;
    private final boolean claimed;

    Role(Purpose purpose, boolean claimed) {
        this.purpose = purpose;
        this.claimed = claimed;
    }

    /** What its proofs are for. */
    public Purpose purpose() {
        return purpose;
    }

    /** Whether somebody has merely claimed the address, which may be changed then. */
    boolean isClaimed() {
        return claimed;
    }
}
