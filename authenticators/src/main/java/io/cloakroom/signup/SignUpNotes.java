package io.cloakroom.signup;

import java.util.Optional;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the rest of the login is told of a sign-up. */
final class SignUpNotes {

    private static final String INVITATION = "cloakroom-sign-up.invitation";

    private SignUpNotes() {}

    /** The invitation that the sign-up came by, as Keycloak has checked it. */
    static void invited(AuthenticationSessionModel login, String token) {
        login.setAuthNote(INVITATION, token);
    }

    static Optional<String> invitation(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(INVITATION));
    }

    /** Keycloak's own note, by which its steps and mappers know a new account. */
    static void registered(AuthenticationSessionModel login) {
        login.setAuthNote(AuthenticationManager.NEW_USER_REGISTERED, "true");
    }
}
