package io.cloakroom.flow;

import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Who has come back in this login by the way for those who have lost what they signed in with. */
public final class RecoveryNotes {

    private static final String NOTE = "cloakroom-flow.recovered";

    private RecoveryNotes() {}

    /** The account has been recovered: it may be given a new passkey, although another one has not been used. */
    public static void recovered(AuthenticationSessionModel login, UserModel user) {
        login.setAuthNote(NOTE, user.getId());
    }

    /** The new passkey has been added, or the offer of one answered: it does not come again. */
    public static void settled(AuthenticationSessionModel login) {
        login.removeAuthNote(NOTE);
    }

    /** Whether this login has recovered that account. */
    public static boolean isRecovered(AuthenticationSessionModel login, UserModel user) {
        return user.getId().equals(login.getAuthNote(NOTE));
    }
}
