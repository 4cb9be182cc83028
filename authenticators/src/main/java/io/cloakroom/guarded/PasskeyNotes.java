package io.cloakroom.guarded;

import org.keycloak.WebAuthnConstants;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What is noted of a passkey that a page has asked for. */
final class PasskeyNotes {

    private PasskeyNotes() {}

    /** Whether a page of the login has asked for one: Keycloak verifies no answer that there was no question for. */
    static boolean isAskedFor(AuthenticationSessionModel login) {
        return login.getAuthNote(WebAuthnConstants.AUTH_CHALLENGE_NOTE) != null;
    }
}
