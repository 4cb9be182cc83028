package io.cloakroom.link;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;

/**
 * "This was not me": what a mail's second link says.
 *
 * @param proofId the proof that was mailed
 * @param userId whose mailbox it is, or null where no account has the address
 * @param expiresAt when the proof is worth nothing anyway
 * @param loginId the browser's logins that the mail was asked for in, or null where there is none
 * @param pair which address and network are to be kept apart from now on, or null where the realm does not want that
 * @param isSecond whether it was a second factor: whoever asked for the mail had proved the first one
 */
public record Denial(
        String proofId,
        @Nullable String userId,
        Instant expiresAt,
        @Nullable String loginId,
        @Nullable String pair,
        boolean isSecond) {

    private static final Duration RECENT = Duration.ofDays(1);

    /** Of a mail that no login has asked for. */
    public Denial(String proofId, @Nullable String userId, Instant expiresAt) {
        this(proofId, userId, expiresAt, null, null, false);
    }

    /**
     * Whether the mail is young enough to change more than what it began itself. An old one in somebody else's hands would
     * shut its owner out, or take from the account what the owner has added since.
     */
    boolean isRecent() {
        return Instant.ofEpochMilli(Time.currentTimeMillis()).isBefore(expiresAt.plus(RECENT));
    }
}
