package io.cloakroom.link;

import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a login remembers of links: the one it waits for, and the one that was opened in it. */
public final class LinkNotes {

    private static final String AWAITED = "cloakroom-link.awaited";
    private static final String OPENED = "cloakroom-link.opened";

    /** What Keycloak keeps of an app's request in notes of its own; the rest is in client notes. */
    private static final List<String> REQUEST =
            List.of(SamlProtocol.SAML_LOGIN_REQUEST_FORCEAUTHN, Constants.AUTHORIZATION_REQUEST_URI, Details.AUTH_TYPE);

    private LinkNotes() {}

    /** The login waits for the link of this proof, and for no other. */
    public static void await(AuthenticationSessionModel login, String proofId) {
        login.setAuthNote(AWAITED, proofId);
    }

    /** The link that was opened in this login, if one was. */
    public static Optional<OpenedLink> opened(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(OPENED)).flatMap(OpenedLink::load);
    }

    /** Waits for no link any more. */
    public static void forget(AuthenticationSessionModel login) {
        login.removeAuthNote(AWAITED);
        login.removeAuthNote(OPENED);
    }

    /** Copies what the app has asked for, and says that it is the sign-in that goes on. */
    static void copyRequest(AuthenticationSessionModel from, AuthenticationSessionModel to) {
        REQUEST.stream()
                .filter(note -> from.getAuthNote(note) != null)
                .forEach(note -> to.setAuthNote(note, from.getAuthNote(note)));
        to.setAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH, LoginActionsService.AUTHENTICATE_PATH);
    }

    static boolean awaits(AuthenticationSessionModel login, String proofId) {
        return proofId.equals(login.getAuthNote(AWAITED));
    }

    static void open(AuthenticationSessionModel login, OpenedLink link) {
        login.setAuthNote(OPENED, link.store());
    }
}
