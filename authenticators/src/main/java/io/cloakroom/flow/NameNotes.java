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

    /** What was typed, or nothing where no step has asked yet. */
    public static Optional<String> in(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME));
    }
}
