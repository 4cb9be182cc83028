package io.cloakroom.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/** Whose login it is, once that has been proved. */
public final class UserNotes {

    /** Which levels the login has reached, and what it has completed. */
    private static final List<String> OF_A_USER = List.of(
            Constants.LOA_MAP,
            Constants.LEVEL_OF_AUTHENTICATION,
            AuthenticationProcessor.AUTHN_CREDENTIALS,
            AuthenticationManager.PASSWORD_VALIDATED);

    private UserNotes() {}

    /**
     * Makes room for the user who has just proved to be here. Keycloak sets one on re-authentication, together with the
     * levels of that one's session: they must not pass to somebody else.
     */
    public static void makeRoomFor(AuthenticationFlowContext context, UserModel user) {
        UserModel present = context.getUser();
        if (present == null ? hasVanished(context) : !present.getId().equals(user.getId())) {
            forget(context, present);
        }
        settle(context.getAuthenticationSession());
    }

    /** Makes room for somebody who has no account yet: whoever a session has named is not meant. */
    public static void makeRoomForStranger(AuthenticationFlowContext context) {
        UserModel present = context.getUser();
        if (present != null || hasVanished(context)) {
            forget(context, present);
        }
    }

    /** Makes room for whoever will prove to be here: what has been proved by now is nobody's. */
    public static void makeRoomForAnybody(AuthenticationFlowContext context) {
        forget(context, context.getUser());
    }

    /**
     * Keeps the user and nothing else. A link of Keycloak's own goes on with whatever login is there, and sets whom it was
     * mailed to beside what that login has been for somebody else.
     */
    public static void keepUserAlone(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        forget(context, user);
        context.getAuthenticationSession().setAuthenticatedUser(user);
    }

    /**
     * From now on the login's user stays. Keycloak's passkey step would otherwise take whatever name is posted to it, and
     * put that account in the place of the one that has been proved (seen in 26.7.3).
     */
    public static void settle(AuthenticationSessionModel login) {
        login.setAuthNote(AbstractUsernameFormAuthenticator.USER_SET_BEFORE_USERNAME_PASSWORD_AUTH, "true");
    }

    /**
     * Whether the user whom a session has named for this re-authentication has been deleted meanwhile: Keycloak shows no user
     * then, and would hand all the rest to the next one (seen in 26.7.3). Any other login may have no user yet, and another
     * request of it may be about to set one.
     */
    private static boolean hasVanished(AuthenticationFlowContext context) {
        return AuthenticatorUtil.isForcedReauthentication(context.getAuthenticationSession());
    }

    private static void forget(AuthenticationFlowContext context, @Nullable UserModel present) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (present != null) {
            context.clearUser();
        }
        OF_A_USER.forEach(login::removeAuthNote);
        login.clearUserSessionNotes();
        Set.copyOf(login.getRequiredActions()).forEach(login::removeRequiredAction);
        forgetOtherPaths(context);
    }

    /**
     * Keycloak keeps which steps a login has passed when it moves from one flow to another, and would take the second
     * factor of one account for that of another. What came before this step, in this flow, stays.
     */
    private static void forgetOtherPaths(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Map<String, ExecutionStatus> all = Map.copyOf(login.getExecutionStatus());
        Set<String> own = new HashSet<>(new Path(context).before());
        own.add(context.getExecution().getId());
        if (own.containsAll(all.keySet())) {
            return;
        }
        login.clearExecutionStatus();
        own.stream()
                .filter(all::containsKey)
                .forEach(execution -> login.setExecutionStatus(execution, all.get(execution)));
    }
}
