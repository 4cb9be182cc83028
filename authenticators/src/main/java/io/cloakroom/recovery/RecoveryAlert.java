package io.cloakroom.recovery;

import io.cloakroom.flow.Moment;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepForm;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/** Tells whoever is signed in that somebody wants the account back without its second factor, and lets them stop it. */
final class RecoveryAlert implements RequiredActionProvider {

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (pending(context)
                .filter(request -> !AlertNotes.isTold(context, request))
                .isPresent()) {
            context.getAuthenticationSession().addRequiredAction(ProviderIds.RECOVERY_ALERT);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        pending(context).ifPresentOrElse(request -> show(context, request), context::success);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        Optional<RecoveryRequest> pending = pending(context);
        pending.ifPresent(request -> AlertNotes.told(context, request));
        boolean stops = context.getHttpRequest().getDecodedFormParameters().containsKey("stop");
        if (stops
                && pending.isPresent()
                && new RecoveryRequests(context.getSession(), context.getUser()).end(pending.get())) {
            new RecoveryEvents(context.getEvent(), context.getUser()).stopped(pending.get());
        }
        context.success();
    }

    @Override
    public void close() {}

    private static void show(RequiredActionContext context, RecoveryRequest request) {
        context.challenge(StepForm.of(context.form())
                .setAttribute(
                        "cloakroomReadyAt",
                        Moment.of(
                                request.readyAt(),
                                context.getSession().getContext().resolveLocale(null)))
                .createForm("cloakroom-recovery-alert.ftl"));
    }

    private static Optional<RecoveryRequest> pending(RequiredActionContext context) {
        return new RecoveryRequests(context.getSession(), context.getUser()).pending();
    }
}
