package io.cloakroom.recovery;

import io.cloakroom.flow.RequestNotes;
import io.cloakroom.flow.Step;
import io.cloakroom.flow.StrongFactors;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.Scope;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.proof.ProvenLogin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserModel;

/**
 * For whoever has proved the mailbox and has nothing else left. A mailbox alone never removes a second factor at once:
 * the owner is told everywhere, and has the time to stop it.
 */
final class DelayedRecoveryAuthenticator extends Step<DelayConfig> {

    /** Two that start at once would be two mails about two requests. */
    private static final Budget ONE_AT_A_TIME = Budget.of(1, Duration.ofSeconds(10));

    private static final Budget STARTS = Budget.of(3, Duration.ofDays(7));

    DelayedRecoveryAuthenticator() {
        super(DelayConfig::from);
    }

    @Override
    protected void show(AuthenticationFlowContext context, DelayConfig config) {
        if (!hasProvedMailbox(context)) {
            context.attempted();
        } else if (StrongFactors.hasSecond(context.getUser())) {
            context.challenge(page(context).show(pending(context)));
        } else {
            context.success();
        }
    }

    @Override
    protected void answer(AuthenticationFlowContext context, DelayConfig config) {
        if (!hasProvedMailbox(context)) {
            context.attempted();
            return;
        }
        Optional<RecoveryRequest> pending = pending(context);
        switch (Choice.of(context.getHttpRequest().getDecodedFormParameters(), pending.isPresent())) {
            case HAVE -> context.success();
            case START -> start(context, config);
            case STOP -> pending.ifPresent(request -> stop(context, request));
            case COMPLETE -> pending.ifPresent(request -> complete(context, request));
            case NOTHING -> show(context, config);
        }
    }

    private void start(AuthenticationFlowContext context, DelayConfig config) {
        Optional<Decision.Refused> refused = context.getSession()
                .getProvider(Permits.class)
                .take(List.of(
                        new Limit(Scope.RECOVERY_START_NOW, context.getUser().getId(), ONE_AT_A_TIME),
                        new Limit(Scope.RECOVERY_START, context.getUser().getId(), STARTS)))
                .use();
        if (refused.isEmpty()) {
            RecoveryRequest request = requests(context).start(config.delay());
            events(context).started(request);
            context.challenge(page(context).show(Optional.of(request)));
        } else {
            TooManyRequests.tell(context, refused.get());
            context.challenge(page(context).refuseForNow(refused.get().seconds()));
        }
    }

    private void stop(AuthenticationFlowContext context, RecoveryRequest request) {
        if (requests(context).end(request)) {
            events(context).stopped(request);
        }
        context.challenge(page(context).show(Optional.empty()));
    }

    /** It takes a code that was entered after the wait; a login that has been open at this page since before it is not enough. */
    private void complete(AuthenticationFlowContext context, RecoveryRequest request) {
        if (!isFresh(context, request)) {
            RequestNotes.resetFlow(context);
        } else if (requests(context).end(request)) {
            new LostFactors(context).removeAll();
            events(context).completed(request);
            context.success();
        } else {
            context.challenge(page(context).show(Optional.empty()));
        }
    }

    private static boolean isFresh(AuthenticationFlowContext context, RecoveryRequest request) {
        return ProvenLogin.provedAt(context.getAuthenticationSession())
                .filter(request::isReady)
                .isPresent();
    }

    private static boolean hasProvedMailbox(AuthenticationFlowContext context) {
        return context.getUser() != null
                && !AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession())
                        .isEmpty();
    }

    private static Optional<RecoveryRequest> pending(AuthenticationFlowContext context) {
        return requests(context).pending();
    }

    private static RecoveryRequests requests(AuthenticationFlowContext context) {
        return new RecoveryRequests(context.getSession(), context.getUser());
    }

    private static RecoveryEvents events(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        return new RecoveryEvents(context.getEvent(), user);
    }

    private static DelayPage page(AuthenticationFlowContext context) {
        return new DelayPage(context);
    }
}
