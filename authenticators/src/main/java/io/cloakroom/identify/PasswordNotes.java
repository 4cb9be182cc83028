package io.cloakroom.identify;

import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What Keycloak's own password steps leave in a login. */
final class PasswordNotes {

    private PasswordNotes() {}

    /** The password has been right: actions that ask for it need not ask again. */
    static void validated(AuthenticationSessionModel login) {
        login.setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
    }
}
