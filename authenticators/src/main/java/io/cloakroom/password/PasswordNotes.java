package io.cloakroom.password;

import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What Keycloak's own password steps leave in a login. */
public final class PasswordNotes {

    private PasswordNotes() {}

    /** The password has been right: actions that ask for it need not ask again. */
    public static void validated(AuthenticationSessionModel login) {
        login.setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
    }
}
