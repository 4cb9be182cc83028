package io.cloakroom.mailbox;

/** Which place the step has in its flow. */
public enum Role {
    /** It says who is here: after the address, and instead of a password. */
    FIRST,
    /** It confirms somebody whom an earlier step of the same login has proved; it always asks. */
    SECOND
}
