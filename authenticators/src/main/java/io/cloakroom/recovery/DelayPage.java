package io.cloakroom.recovery;

import io.cloakroom.flow.Moment;
import io.cloakroom.flow.StepForm;
import io.cloakroom.limit.TooManyRequests;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** Asks whether somebody still has the second factor, and says how it goes on where not. */
final class DelayPage {

    private static final String TEMPLATE = "cloakroom-delayed-recovery.ftl";

    private final AuthenticationFlowContext context;

    DelayPage(AuthenticationFlowContext context) {
        this.context = context;
    }

    Response show(Optional<RecoveryRequest> pending) {
        return form(pending).createForm(TEMPLATE);
    }

    Response refuseForNow(long seconds) {
        return TooManyRequests.on(form(Optional.empty()), "start", "cloakroomTooManyRecoveries", seconds)
                .createForm(TEMPLATE);
    }

    private LoginFormsProvider form(Optional<RecoveryRequest> pending) {
        String state = pending.map(request -> request.isReady(RecoveryRequests.now()) ? "ready" : "waiting")
                .orElse("none");
        LoginFormsProvider form = StepForm.of(context).setAttribute("cloakroomRecovery", state);
        pending.ifPresent(request -> form.setAttribute(
                "cloakroomReadyAt",
                Moment.of(request.readyAt(), context.getSession().getContext().resolveLocale(null))));
        return form;
    }
}
