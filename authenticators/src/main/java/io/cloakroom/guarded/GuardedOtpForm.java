package io.cloakroom.guarded;

import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.StepGate;
import io.cloakroom.limit.GuessBudgets;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.TooManyRequests;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticator;
import org.keycloak.services.validation.Validation;

/** Keycloak's form for codes of an authenticator app; guesses are counted. */
final class GuardedOtpForm extends OTPFormAuthenticator {

    @Override
    public void action(AuthenticationFlowContext context) {
        StepGate.post(
                context,
                GuessBudgets::from,
                budgets -> new CountedGuess(context)
                        .compare(
                                budgets.onFactor(context.getUser().getId(), Network.of(context.getConnection())),
                                () -> super.action(context),
                                seconds -> createLoginForm(TooManyRequests.on(
                                        StepForm.of(context)
                                                .setExecution(
                                                        context.getExecution().getId()),
                                        Validation.FIELD_OTP_CODE,
                                        "cloakroomTooManyTries",
                                        seconds))));
    }
}
