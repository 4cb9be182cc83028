package io.cloakroom.link;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;

/** Who sits at the browser already. */
public final class Visitor {

    private Visitor() {}

    /** Whether this browser is signed in to another account than that. */
    public static boolean isSomebodyElse(KeycloakSession session, String userId) {
        AuthenticationManager.AuthResult signedIn = AuthenticationManager.authenticateIdentityCookie(
                session, session.getContext().getRealm(), true);
        return signedIn != null && !signedIn.user().getId().equals(userId);
    }
}
