package io.cloakroom.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
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
 * afterwards with what they had proved before. When that was, Keycloak keeps as the account's not-before, and an
 * administrator who signs somebody out sets it as well: parked logins end then, too.
 */
public final class ClearedAccounts {

    private static final String OWN_NOTE = "cloakroom-cleared";
    /** Times are whole seconds, and nodes' clocks differ a little: what was proved so soon afterwards may have been proved before. */
    private static final int DOUBT_SECONDS = 2;
    /** Apps are told of so many ended sessions; more are ended without a word, so that no flood of them holds an owner up. */
    private static final int MOST_TOLD = 50;

    private static final String IDENTIFY = "cloakroom-identify";
    private static final String IDENTIFIED_BY = "cloakroom-identified-by";
    /** Only the mailbox's owner passes these, and an address that nobody had proved is theirs from then on. */
    private static final Set<String> BY_MAIL = Set.of("cloakroom-email-otp", "cloakroom-magic-link");
    /** Steps that one passes without having proved anything. */
    private static final Set<String> PASSED = Set.of(
            "auth-cookie",
            "auth-username-form",
            "organization",
            "reset-credentials-choose-user",
            "cloakroom-rate-limit",
            "cloakroom-reset-choose-user",
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
        login.setUserSessionNote(OWN_NOTE, Integer.toString(now));
        List<UserSessionModel> others = others(
                session, context.getRealm(), user, login.getParentSession().getId());
        end(session, others);
        return others.size();
    }

    /**
     * Puts everybody out of the account.
     *
     * @return how many sessions there were
     */
    static int clear(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        session.users().setNotBeforeForUser(realm, user, Math.toIntExact(Time.currentTimeSeconds()));
        List<UserSessionModel> all = others(session, realm, user, "");
        end(session, all);
        return all.size();
    }

    /** Whether everybody has been put out of the account after that second, in seconds since 1970. */
    public static boolean isClearedSince(KeycloakSession session, RealmModel realm, UserModel user, long second) {
        return second < session.users().getNotBeforeOfUser(realm, user);
    }

    /** Whether a login stands on what was proved before everybody was put out of its account. */
    static boolean isStale(KeycloakSession session, AuthenticationSessionModel login) {
        UserModel user = login.getAuthenticatedUser();
        return user != null
                && isStale(session, login.getRealm(), user, login.getUserSessionNotes())
                && !isOfOwnersBrowser(session, login, user);
    }

    /** Whether a session does. */
    static boolean isStale(KeycloakSession session, UserSessionModel userSession) {
        return isStale(session, userSession.getRealm(), userSession.getUser(), userSession.getNotes());
    }

    private static boolean isStale(
            KeycloakSession session, RealmModel realm, UserModel user, Map<String, String> notes) {
        int since = session.users().getNotBeforeOfUser(realm, user);
        return since > 0
                && !isOwn(since, notes)
                && (provedBefore(realm, since, notes) || hasLostItsProvider(session, realm, user, notes));
    }

    /** A later login there brings along what its session has proved, but not that it was the one that stayed. */
    private static boolean isOfOwnersBrowser(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        RealmModel realm = login.getRealm();
        UserSessionModel browser = session.sessions()
                .getUserSession(realm, login.getParentSession().getId());
        return browser != null
                && user.equals(browser.getUser())
                && isOwn(session.users().getNotBeforeOfUser(realm, user), browser.getNotes());
    }

    /** Whether it was from this browser that the others were put out. */
    private static boolean isOwn(int since, Map<String, String> notes) {
        return Integer.toString(since).equals(notes.get(OWN_NOTE));
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
                .anyMatch(completed -> Optional.ofNullable(realm.getAuthenticationExecutionById(completed.getKey()))
                        .map(execution -> String.valueOf(execution.getAuthenticator()))
                        .filter(step -> completed.getValue() < since + (BY_MAIL.contains(step) ? 0 : DOUBT_SECONDS))
                        .filter(step -> proves(step, notes))
                        .isPresent());
    }

    private static boolean proves(String step, Map<String, String> notes) {
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
