package io.cloakroom.recovery;

import java.time.Instant;
import org.keycloak.sessions.AuthenticationSessionModel;

/** When this login has come to the step for the first time: its code was right just before. */
final class DelayNotes {

    private static final String NOTE = "cloakroom-recovery.came";

    private DelayNotes() {}

    static Instant came(AuthenticationSessionModel login) {
        String stored = login.getAuthNote(NOTE);
        if (stored != null) {
            return Instant.ofEpochMilli(Long.parseLong(stored));
        }
        Instant now = RecoveryRequests.now();
        login.setAuthNote(NOTE, Long.toString(now.toEpochMilli()));
        return now;
    }
}
