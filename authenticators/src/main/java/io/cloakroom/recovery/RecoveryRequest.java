package io.cloakroom.recovery;

import java.time.Instant;

/**
 * Somebody wants back into an account whose second factor they say they have lost.
 *
 * @param id names it in marks and links
 * @param credentialId what Keycloak keeps it as
 * @param readyAt from when on it may be completed
 * @param expiresAt from when on it is worth nothing
 */
record RecoveryRequest(String id, String credentialId, Instant readyAt, Instant expiresAt) {

    /** Whether the wait is over. */
    boolean isReady(Instant now) {
        return !now.isBefore(readyAt);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
