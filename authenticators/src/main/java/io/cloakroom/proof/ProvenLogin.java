package io.cloakroom.proof;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One proof, one login. A flow that is complete can be completed by several requests at once: Keycloak sends those that
 * came too late on to the flow, which they may find finished before the login has been removed (seen in 26.7.3).
 */
public final class ProvenLogin {

    private static final String NOTE = "cloakroom-proof.accepted";
    private static final String SESSION_NOTE = "cloakroom-proof";
    private static final String SEPARATOR = " ";

    private ProvenLogin() {}

    /** From now on the login, and the session that comes of it, stand on this proof. */
    public static void remember(KeycloakSession session, AuthenticationSessionModel login, String proofId) {
        login.setAuthNote(NOTE, proofId);
        login.setUserSessionNote(
                SESSION_NOTE,
                earlier(session, login).map(note -> note + SEPARATOR + proofId).orElse(proofId));
    }

    private static Optional<String> earlier(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(session.sessions()
                        .getUserSession(
                                login.getRealm(), login.getParentSession().getId()))
                .map(userSession -> userSession.getNote(SESSION_NOTE));
    }

    /** Whether this session came of that proof. */
    public static boolean standsOn(UserSessionModel userSession, String proofId) {
        return proofs(userSession).anyMatch(proofId::equals);
    }

    /** The proofs that the session stands on, the oldest first: one for each time that it was proved anew. */
    static Stream<String> proofs(UserSessionModel userSession) {
        return Stream.ofNullable(userSession.getNote(SESSION_NOTE)).flatMap(note -> Stream.of(note.split(SEPARATOR)));
    }

    /** Whether the owner of the mailbox has said meanwhile that this login was not theirs. */
    public static boolean isDenied(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .map(new ProofMarks(session)::isDenied)
                .orElse(false);
    }

    /** Whether this request is the one that may complete the login; of several at once, on all nodes, one is. */
    public static boolean mayComplete(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .map(new ProofMarks(session)::mayComplete)
                .orElse(true);
    }
}
