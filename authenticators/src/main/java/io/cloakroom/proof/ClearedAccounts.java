package io.cloakroom.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Accounts from which everybody else has been put out: sessions end, and so do logins that were parked half-way and go on
 * afterwards with what they had proved before.
 */
public final class ClearedAccounts {

    private static final String MARK = "cloakroom.cleared.";
    private static final String OWN_NOTE = "cloakroom-cleared";
    /** A parked login can be kept alive by whoever began it; nobody does so for a month. */
    private static final Duration LONGEST_PARKED = Duration.ofDays(30);
    /** Apps are told of so many ended sessions; more are ended without a word, so that no flood of them holds an owner up. */
    private static final int MOST_TOLD = 50;

    private static final String IDENTIFY = "cloakroom-identify";
    private static final String IDENTIFIED_BY = "cloakroom-identified-by";
    /** Steps that one passes without having proved anything. */
    private static final Set<String> PASSED = Set.of(
            "auth-cookie",
            "cloakroom-sign-up",
            "cloakroom-recovery",
            "cloakroom-create-account",
            "cloakroom-delayed-recovery",
            "cloakroom-recover-account",
            "cloakroom-level");

    private ClearedAccounts() {}

    /**
     * Puts everybody out of the account but the browser of this login.
     *
     * @return how many sessions there were
     */
    public static int clear(AuthenticationFlowContext context, UserModel user) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        int now = Math.toIntExact(Time.currentTimeSeconds());
        session.users().setNotBeforeForUser(context.getRealm(), user, now);
        session.revokedTokens().put(MARK + user.getId() + "." + now, LONGEST_PARKED.toSeconds());
        login.setUserSessionNote(OWN_NOTE, Integer.toString(now));
        List<UserSessionModel> others = others(
                session, context.getRealm(), user, login.getParentSession().getId());
        end(session, others);
        return others.size();
    }

    /**
     * Whether a login, or a session, of this account stands on what was proved before everybody was put out.
     *
     * @param notes the session notes of either
     */
    static boolean isStale(KeycloakSession session, RealmModel realm, UserModel user, Map<String, String> notes) {
        int since = session.users().getNotBeforeOfUser(realm, user);
        String mark = Integer.toString(since);
        return since > 0
                && session.revokedTokens().contains(MARK + user.getId() + "." + mark)
                && !mark.equals(notes.get(OWN_NOTE))
                && (provedBefore(realm, since, notes) || hasLostItsProvider(session, realm, user, notes));
    }

    private static List<UserSessionModel> others(
            KeycloakSession session, RealmModel realm, UserModel user, String own) {
        return Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(userSession -> !userSession.getId().equals(own))
                .toList();
    }

    /** Keycloak puts a login of its own in the place of the one that is going on, and does not put that back. */
    private static void end(KeycloakSession session, List<UserSessionModel> others) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        ClientModel client = session.getContext().getClient();
        try {
            others.stream()
                    .limit(MOST_TOLD)
                    .forEach(other -> AuthenticationManager.backchannelLogout(session, other, true));
            others.stream().skip(MOST_TOLD).forEach(other -> remove(session, other));
        } finally {
            session.getContext().setClient(client);
            session.getContext().setAuthenticationSession(login);
        }
    }

    private static void remove(KeycloakSession session, UserSessionModel other) {
        if (other.isOffline()) {
            session.sessions().removeOfflineUserSession(other.getRealm(), other);
        } else {
            session.sessions().removeUserSession(other.getRealm(), other);
        }
    }

    private static boolean provedBefore(RealmModel realm, int since, Map<String, String> notes) {
        return AuthenticatorUtils.parseCompletedExecutions(notes.get(Constants.AUTHENTICATORS_COMPLETED))
                .entrySet()
                .stream()
                .filter(completed -> completed.getValue() < since)
                .map(completed -> realm.getAuthenticationExecutionById(completed.getKey()))
                .anyMatch(execution -> execution != null && proves(execution, notes));
    }

    private static boolean proves(AuthenticationExecutionModel execution, Map<String, String> notes) {
        String step = String.valueOf(execution.getAuthenticator());
        return IDENTIFY.equals(step) ? !notes.getOrDefault(IDENTIFIED_BY, "").isEmpty() : !PASSED.contains(step);
    }

    /** Whether it came through an identity provider that the account is not linked to any more. */
    private static boolean hasLostItsProvider(
            KeycloakSession session, RealmModel realm, UserModel user, Map<String, String> notes) {
        return Optional.ofNullable(notes.get(Details.IDENTITY_PROVIDER))
                .filter(provider -> session.users().getFederatedIdentity(realm, user, provider) == null)
                .isPresent();
    }
}
