package io.cloakroom.guarded;

import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.StepGate;
import io.cloakroom.limit.GuessBudgets;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.TooManyRequests;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;

/** Keycloak's form for recovery codes; guesses are counted. */
final class GuardedRecoveryCodeForm extends RecoveryAuthnCodesFormAuthenticator {

    GuardedRecoveryCodeForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        StepGate.post(
                context,
                GuessBudgets::from,
                budgets -> new CountedGuess(context)
                        .compare(
                                budgets.onFactor(context.getUser().getId(), Network.of(context.getConnection())),
                                () -> super.action(context),
                                seconds -> TooManyRequests.on(
                                                StepForm.of(context)
                                                        .setExecution(context.getExecution()
                                                                .getId()),
                                                RecoveryAuthnCodesUtils.FIELD_RECOVERY_CODE_IN_BROWSER_FLOW,
                                                "cloakroomTooManyTries",
                                                seconds)
                                        .createLoginRecoveryAuthnCode()));
    }
}
