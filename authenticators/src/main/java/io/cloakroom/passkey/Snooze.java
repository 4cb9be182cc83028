package io.cloakroom.passkey;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/** When a member wants to be offered a passkey again: kept with the account, so that every browser knows. */
final class Snooze {

    private static final String ATTRIBUTE = "cloakroomPasskeyOffer";
    private static final String NEVER = "never";

    private final UserModel user;

    Snooze(UserModel user) {
        this.user = user;
    }

    boolean isOn() {
        String stored = user.getFirstAttribute(ATTRIBUTE);
        return stored != null && (stored.equals(NEVER) || now().isBefore(parse(stored)));
    }

    void until(Duration span) {
        keep(now().plus(span).toString());
    }

    void forGood() {
        keep(NEVER);
    }

    private void keep(String value) {
        try {
            user.setSingleAttribute(ATTRIBUTE, value);
        } catch (ReadOnlyException e) {
            // A read-only user store: the member is asked again at the next login, and signed in at this one.
            return;
        }
    }

    /** What an administrator has written there that is no time ends the snooze. */
    private static Instant parse(String stored) {
        try {
            return Instant.parse(stored);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
