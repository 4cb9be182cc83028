package io.cloakroom.proof;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One proof, one login. A flow that is complete can be completed by several requests at once: Keycloak sends those that
 * came too late on to the flow, which they may find finished before the login has been removed (seen in 26.7.3).
 */
public final class ProvenLogin {

    private static final String NOTE = "cloakroom-proof.accepted";
    private static final String FLOW_NOTE = "cloakroom-proof.flow";
    private static final String TIME_NOTE = "cloakroom-proof.accepted-at";
    private static final String SESSION_NOTE = "cloakroom-proof";
    private static final String SEPARATOR = " ";
    /** Where a login ends in the flow that it began in. Behind an identity provider another flow may follow. */
    private static final Set<String> OWN_PATHS = Set.of(
            LoginActionsService.AUTHENTICATE_PATH,
            LoginActionsService.REGISTRATION_PATH,
            LoginActionsService.RESET_CREDENTIALS_PATH);

    private ProvenLogin() {}

    /** From now on the login, and the session that comes of it, stand on this proof, which one flow has asked for. */
    public static void remember(AuthenticationFlowContext context, String proofId) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.setAuthNote(NOTE, proofId);
        if (OWN_PATHS.contains(context.getFlowPath())) {
            login.setAuthNote(FLOW_NOTE, context.getTopLevelFlow().getId());
        }
        login.setAuthNote(TIME_NOTE, Long.toString(Time.currentTimeMillis()));
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

    /** The proofs that the login stands on that goes on in this request. */
    public static List<String> proofs(KeycloakSession session) {
        return proofs(session, null);
    }

    /**
     * The proofs that a request stands on: those of the login that goes on in it, and of the session that it is about.
     *
     * @param sessionId the session, or null where it is about none
     */
    static List<String> proofs(KeycloakSession session, @Nullable String sessionId) {
        RealmModel realm = session.getContext().getRealm();
        Stream<String> ofLogin = Stream.ofNullable(session.getContext().getAuthenticationSession())
                .flatMap(login -> Stream.concat(
                        Stream.concat(
                                Stream.ofNullable(login.getUserSessionNotes().get(SESSION_NOTE)),
                                InheritedProofs.of(login)),
                        earlier(session, login).stream()));
        Stream<String> ofSession = Stream.ofNullable(sessionId)
                .flatMap(id -> Optional.ofNullable(session.sessions().getUserSession(realm, id))
                        .or(() -> Optional.ofNullable(session.sessions().getOfflineUserSession(realm, id)))
                        .stream())
                .flatMap(userSession -> Stream.ofNullable(userSession.getNote(SESSION_NOTE)));
        return Stream.concat(ofLogin, ofSession)
                .flatMap(note -> Stream.of(note.split(SEPARATOR)))
                .distinct()
                .toList();
    }

    /** A login has become a session, or a part of one, which stands on whatever the login does. */
    static void begin(KeycloakSession session, String sessionId) {
        UserSessionModel userSession =
                session.sessions().getUserSession(session.getContext().getRealm(), sessionId);
        if (userSession != null) {
            String proofIds = String.join(SEPARATOR, proofs(session, sessionId));
            if (!proofIds.equals(Objects.requireNonNullElse(userSession.getNote(SESSION_NOTE), ""))) {
                userSession.setNote(SESSION_NOTE, proofIds);
            }
        }
    }

    /** Whether the owner of the mailbox has said meanwhile that this login was not theirs. */
    public static boolean isDenied(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .map(new ProofMarks(session)::isDenied)
                .orElse(false);
    }

    /** When the login has proved a mailbox, or nothing where it has not. */
    public static Optional<Instant> provedAt(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(TIME_NOTE))
                .map(time -> Instant.ofEpochMilli(Long.parseLong(time)));
    }

    /** Whether the login's proof, if it has one, was asked for by that flow: what one flow has asked for ends no other. */
    public static boolean isOf(AuthenticationFlowModel flow, AuthenticationSessionModel login) {
        String own = login.getAuthNote(FLOW_NOTE);
        return own == null || own.equals(flow.getId());
    }

    /** Whether this request is the one that may complete the login; of several at once, on all nodes, one is. */
    public static boolean mayComplete(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .map(new ProofMarks(session)::mayComplete)
                .orElse(true);
    }
}
