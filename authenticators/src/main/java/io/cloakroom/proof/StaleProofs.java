package io.cloakroom.proof;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepProofs;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What was proved before everybody was put out of an account. Logins that were parked half-way would go on with it
 * afterwards, and sessions come of it.
 */
final class StaleProofs {

    /**
     * Times are whole seconds, and the nodes' clocks differ a little: a proof that is dated up to this much later than the
     * clearing may have come before it, so it counts as earlier.
     */
    private static final int DOUBT_SECONDS = 2;

    /** Only the mailbox's owner passes these, and an address that nobody had proved is theirs from then on. */
    private static final Set<String> BY_MAIL = Set.of(ProviderIds.EMAIL_OTP, ProviderIds.MAGIC_LINK);
    /** Steps that one passes without having proved anything. */
    private static final Set<String> PASSED = Set.of(
            "auth-cookie",
            "auth-username-form",
            "organization",
            "reset-credentials-choose-user",
            ProviderIds.RATE_LIMIT,
            ProviderIds.RESET_CHOOSE_USER,
            ProviderIds.SIGN_UP,
            ProviderIds.RECOVERY,
            ProviderIds.CREATE_ACCOUNT,
            ProviderIds.DELAYED_RECOVERY,
            ProviderIds.RECOVER_ACCOUNT,
            ProviderIds.LEVEL);

    private StaleProofs() {}

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
                && !ClearedAccounts.isOwn(since, notes)
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
                && ClearedAccounts.isOwn(session.users().getNotBeforeOfUser(realm, user), browser.getNotes());
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
        return ProviderIds.IDENTIFY.equals(step)
                ? !StepProofs.IDENTIFY.in(notes).isEmpty()
                : !PASSED.contains(step);
    }

    /** Whether it came through an identity provider that the account is not linked to any more. */
    private static boolean hasLostItsProvider(
            KeycloakSession session, RealmModel realm, UserModel user, Map<String, String> notes) {
        return Optional.ofNullable(notes.get(Details.IDENTITY_PROVIDER))
                .filter(provider -> session.users().getFederatedIdentity(realm, user, provider) == null)
                .isPresent();
    }
}
