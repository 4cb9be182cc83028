package io.cloakroom.link;

import java.util.Optional;
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

    static boolean awaits(AuthenticationSessionModel login, String proofId) {
        return proofId.equals(login.getAuthNote(AWAITED));
    }

    static void open(AuthenticationSessionModel login, OpenedLink link) {
        login.setAuthNote(OPENED, link.store());
    }
}
