package io.cloakroom.guarded;

import io.cloakroom.flow.FlowSteps;
import io.cloakroom.flow.NameNotes;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.StepGate;
import io.cloakroom.flow.TypedName;
import io.cloakroom.flow.UserNotes;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.MailBudgets;
import io.cloakroom.limit.TooManyRequests;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.events.Errors;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * Keycloak's page that asks whose credentials are to be reset. No account is looked up where the guarded email follows:
 * that one does, once the answer is on its way. Keycloak's own email has to be told whom to write to.
 */
final class GuardedChooseUser extends ResetCredentialChooseUser {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        super.authenticate(context);
        forgetSuggestion(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        StepGate.post(context, MailBudgets::from, budgets -> choose(context, budgets));
    }

    private void choose(AuthenticationFlowContext context, MailBudgets budgets) {
        String typed = typed(context);
        if (typed.isEmpty()) {
            ask(context);
            return;
        }
        Optional<Decision.Refused> refusal =
                budgets.take(context.getSession(), TypedName.limitKey(typed)).use();
        if (refusal.isEmpty()) {
            ResetNotes.permit(context, typed);
            UserNotes.makeRoomForAnybody(context);
            goOn(context, typed);
        } else {
            TooManyRequests.tell(context, refusal.get());
            refuse(context, typed, refusal.get().seconds());
        }
    }

    private static String typed(AuthenticationFlowContext context) {
        String posted =
                context.getHttpRequest().getDecodedFormParameters().getFirst(AuthenticationManager.FORM_USERNAME);
        return TypedName.bounded(Objects.requireNonNullElse(posted, "").strip());
    }

    private void goOn(AuthenticationFlowContext context, String typed) {
        if (new FlowSteps(context).has(ProviderIds.RESET_EMAIL)) {
            NameNotes.typed(context.getAuthenticationSession(), typed);
            context.success();
        } else {
            super.action(context);
        }
    }

    /** Nobody has been named, so it is nobody's failure. */
    private static void ask(AuthenticationFlowContext context) {
        context.getEvent().error(Errors.USERNAME_MISSING);
        context.challenge(StepForm.of(context)
                .addError(new FormMessage(Validation.FIELD_USERNAME, Messages.MISSING_USERNAME))
                .createPasswordReset());
        forgetSuggestion(context);
    }

    /** Keycloak's page shows the name that is noted as typed. */
    private static void refuse(AuthenticationFlowContext context, String typed, long seconds) {
        NameNotes.typed(context.getAuthenticationSession(), typed);
        context.challenge(
                TooManyRequests.on(StepForm.of(context), Validation.FIELD_USERNAME, "cloakroomTooManyMails", seconds)
                        .createPasswordReset());
    }

    /** Keycloak notes what an app suggests as if it had been typed. The page has been written by now. */
    private static void forgetSuggestion(AuthenticationFlowContext context) {
        if (context.getUser() == null) {
            NameNotes.forget(context.getAuthenticationSession());
        }
    }
}
