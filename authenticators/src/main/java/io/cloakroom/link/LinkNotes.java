package io.cloakroom.link;

import io.cloakroom.flow.RequestNotes;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a login remembers of links: the one it waits for, and the one that was opened in it. */
public final class LinkNotes {

    private static final String AWAITED = "cloakroom-link.awaited";
    private static final String OPENED = "cloakroom-link.opened";

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
        RequestNotes.copy(from, to);
        to.setAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH, LoginActionsService.AUTHENTICATE_PATH);
    }

    static boolean awaits(AuthenticationSessionModel login, String proofId) {
        return proofId.equals(login.getAuthNote(AWAITED));
    }

    static void open(AuthenticationSessionModel login, OpenedLink link) {
        login.setAuthNote(OPENED, link.store());
    }
}
