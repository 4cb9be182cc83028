package io.cloakroom.flow;

import org.keycloak.http.HttpRequest;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the browser has said of itself: pages carry the answer of a script in a hidden field. */
public final class BrowserNotes {

    private static final String FIELD = "passkeys";
    private static final String YES = "yes";
    private static final String NOTE = "cloakroom-flow.passkeys";

    private BrowserNotes() {}

    /** Remembers what a posted form says; one that says nothing changes nothing. */
    public static void read(HttpRequest request, AuthenticationSessionModel login) {
        if (YES.equals(request.getDecodedFormParameters().getFirst(FIELD))) {
            login.setAuthNote(NOTE, YES);
        }
    }

    /** Whether the browser of this login can use passkeys. Only a hint: it may have lied. */
    public static boolean canUsePasskeys(AuthenticationSessionModel login) {
        return YES.equals(login.getAuthNote(NOTE));
    }
}
