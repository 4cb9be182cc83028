package io.cloakroom.flow;

import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;

/** The realm's brute-force detection, told by steps whose failures count against an account. */
public final class BruteForce {

    private BruteForce() {}

    /**
     * Whether it has locked the account, for a while or for good. Keycloak's own answer is also "locked" while another
     * request of the same account is on its way, which would turn away whoever signs in from two places at once.
     */
    public static boolean hasLocked(AuthenticationFlowContext context, UserModel user) {
        RealmModel realm = context.getRealm();
        if (!realm.isBruteForceProtected()) {
            return false;
        }
        UserLoginFailureModel failures = context.getSession().loginFailures().getUserLoginFailure(realm, user.getId());
        if (failures == null) {
            return false;
        }
        boolean isForGood =
                realm.isPermanentLockout() && failures.getNumTemporaryLockouts() > realm.getMaxTemporaryLockouts();
        return isForGood || Time.currentTimeMillis() / 1000 < failures.getFailedLoginNotBefore();
    }

    /** Whether it takes no guess now: the account is locked, or another guess at it is being compared. */
    public static boolean takesNoGuess(AuthenticationFlowContext context, UserModel user) {
        return context.getRealm().isBruteForceProtected()
                && (context.getProtector().isTemporarilyDisabled(context.getSession(), context.getRealm(), user)
                        || context.getProtector()
                                .isPermanentlyLockedOut(context.getSession(), context.getRealm(), user));
    }

    /**
     * Counts a failure against the account.
     *
     * @param category the credential's type, as the detection knows it
     */
    public static void failed(AuthenticationFlowContext context, UserModel user, String category) {
        if (context.getRealm().isBruteForceProtected()) {
            context.getProtector()
                    .failedLogin(
                            context.getRealm(), user, context.getConnection(), context.getUriInfo(), Set.of(category));
        }
    }

    /** Clears what has been counted against the account for that category. */
    public static void succeeded(AuthenticationFlowContext context, UserModel user, String category) {
        if (context.getRealm().isBruteForceProtected()) {
            context.getProtector()
                    .successfulLogin(
                            context.getRealm(), user, context.getConnection(), context.getUriInfo(), Set.of(category));
        }
    }
}
