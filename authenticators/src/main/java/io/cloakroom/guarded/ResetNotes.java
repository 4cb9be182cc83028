package io.cloakroom.guarded;

import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What Keycloak notes of a login that resets credentials. */
final class ResetNotes {

    private ResetNotes() {}

    /** Whether the mailed link has led back to it. */
    static boolean isBack(AuthenticationSessionModel login) {
        return login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID) != null;
    }
}
