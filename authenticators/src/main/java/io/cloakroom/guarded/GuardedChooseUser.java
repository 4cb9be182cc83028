package io.cloakroom.guarded;

import io.cloakroom.flow.FlowSteps;
import io.cloakroom.flow.NameNotes;
import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.StepGate;
import io.cloakroom.flow.TypedName;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.MailBudgetNotes;
import io.cloakroom.limit.MailBudgets;
import io.cloakroom.limit.TooManyRequests;
import java.util.Objects;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;

/**
 * Keycloak's page that asks whose credentials are to be reset. No account is looked up where the guarded email follows:
 * that one does, once the answer is on its way. Keycloak's own email has to be told whom to write to.
 */
final class GuardedChooseUser extends ResetCredentialChooseUser {

    @Override
    public void action(AuthenticationFlowContext context) {
        StepGate.post(context, MailBudgets::from, budgets -> choose(context, budgets));
    }

    private void choose(AuthenticationFlowContext context, MailBudgets budgets) {
        String typed = Objects.requireNonNullElse(
                        context.getHttpRequest()
                                .getDecodedFormParameters()
                                .getFirst(AuthenticationManager.FORM_USERNAME),
                        "")
                .strip();
        if (typed.isEmpty()) {
            super.action(context);
            return;
        }
        NameNotes.typed(context.getAuthenticationSession(), typed);
        Decision decision = budgets.take(context.getSession(), TypedName.limitKey(typed));
        if (decision instanceof Decision.Granted granted) {
            granted.keep().run();
            MailBudgetNotes.havePermit(context.getAuthenticationSession());
            goOn(context);
        } else if (decision instanceof Decision.Refused refused) {
            TooManyRequests.tell(context, refused);
            context.challenge(TooManyRequests.on(
                            StepForm.of(context), Validation.FIELD_USERNAME, "cloakroomTooManyMails", refused.seconds())
                    .createPasswordReset());
        }
    }

    private void goOn(AuthenticationFlowContext context) {
        if (new FlowSteps(context).has(GuardedResetEmailFactory.PROVIDER_ID)) {
            context.clearUser();
            context.success();
        } else {
            super.action(context);
        }
    }
}
