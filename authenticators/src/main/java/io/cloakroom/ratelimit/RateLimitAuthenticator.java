package io.cloakroom.ratelimit;

import io.cloakroom.flow.DirectGrant;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.Step;
import io.cloakroom.flow.StepForm;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.TooManyRequests;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowCallback;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;

/**
 * Lets a flow be entered so often and no more. It cannot see what is posted to the steps behind it; those guard themselves.
 */
final class RateLimitAuthenticator extends Step<EntryBudgets> implements AuthenticationFlowCallback {

    private final KeycloakSession session;

    RateLimitAuthenticator(KeycloakSession session) {
        super(EntryBudgets::from);
        this.session = session;
    }

    @Override
    protected void show(AuthenticationFlowContext context, EntryBudgets budgets) {
        Decision decision = session.getProvider(Permits.class).take(budgets.on(Entry.of(context)));
        if (decision instanceof Decision.Granted granted) {
            enter(context, granted);
        } else if (decision instanceof Decision.Refused refused) {
            TooManyRequests.tell(context, refused);
            refuse(context, refused.seconds());
        }
    }

    /** "Try again". */
    @Override
    protected void answer(AuthenticationFlowContext context, EntryBudgets budgets) {
        show(context, budgets);
    }

    @Override
    public void onParentFlowSuccess(AuthenticationFlowContext context) {}

    /** A direct grant is over within one request: whoever was let in by it has not guessed. */
    @Override
    public void onTopFlowSuccess(AuthenticationFlowModel topFlow) {
        Permit.of(session).ifPresent(Permit::refund);
    }

    private void enter(AuthenticationFlowContext context, Decision.Granted granted) {
        if (DirectGrant.isIn(context)) {
            Permit.hold(session, granted);
            // Keycloak does so itself only for steps that have answered a form, or stand in a sub-flow.
            AuthenticatorUtil.setAuthCallbacksFactoryIds(context.getAuthenticationSession(), ProviderIds.RATE_LIMIT);
        } else {
            granted.keep().run();
        }
        context.success();
    }

    /** OAuth's only error for somebody who asks too often is that of RFC 8628, 3.5. */
    private static void refuse(AuthenticationFlowContext context, long seconds) {
        context.forceChallenge(
                DirectGrant.isIn(context)
                        ? DirectGrant.error(
                                        Response.Status.TOO_MANY_REQUESTS,
                                        OAuthErrorException.SLOW_DOWN,
                                        "Too many attempts. Try again in " + seconds + " s.")
                                .header(HttpHeaders.RETRY_AFTER, seconds)
                                .build()
                        : TooManyRequests.on(StepForm.of(context), "wait", "cloakroomTooManyEntries", seconds)
                                .createForm("cloakroom-wait.ftl"));
    }
}
