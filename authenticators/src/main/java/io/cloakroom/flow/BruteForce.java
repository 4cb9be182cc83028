package io.cloakroom.flow;

import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/** The realm's brute-force detection, told by steps whose failures count against an account. */
public final class BruteForce {

    private BruteForce() {}

    /** Whether it has locked the account, for a while or for good. */
    public static boolean hasLocked(AuthenticationFlowContext context, UserModel user) {
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
