package io.cloakroom.flow;

import java.util.Optional;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The name that Keycloak's own steps remember as typed in a login. It proves nothing. */
public final class NameNotes {

    private NameNotes() {}

    /** Remembers it for Keycloak's steps that follow, as far as a name can be one. */
    public static void typed(AuthenticationSessionModel login, String name) {
        login.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, TypedName.bounded(name));
    }

    /**
     * Forgets it. Keycloak's page for a reset notes what an app suggests as if it had been typed, and what then fails
     * would be a failure of that account (seen in 26.7.3).
     */
    public static void forget(AuthenticationSessionModel login) {
        login.removeAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
    }

    /** What was typed, or nothing where no step has asked yet. */
    public static Optional<String> in(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME));
    }
}
