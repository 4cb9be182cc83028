package io.cloakroom.signup;

import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the rest of the login is told of a sign-up. */
final class SignUpNotes {

    private SignUpNotes() {}

    /** Keycloak's own note, by which its steps and mappers know a new account. */
    static void registered(AuthenticationSessionModel login) {
        login.setAuthNote(AuthenticationManager.NEW_USER_REGISTERED, "true");
    }
}
