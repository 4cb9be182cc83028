package io.cloakroom.guarded;

import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.StepGate;
import io.cloakroom.limit.GuessBudgets;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.TooManyRequests;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.PasswordForm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/** Keycloak's form for the password of somebody whom an earlier step has named; guesses are counted. */
final class GuardedPasswordForm extends PasswordForm {

    private final PostedPasskey passkey;

    GuardedPasswordForm(KeycloakSession session) {
        super(session);
        this.passkey = new PostedPasskey(session);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        StepGate.post(context, GuessBudgets::from, budgets -> answer(context, budgets));
    }

    private void answer(AuthenticationFlowContext context, GuessBudgets budgets) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (PostedPasskey.isIn(form)) {
            passkey.answer(context, () -> challenge(context, Messages.WEBAUTHN_ERROR_AUTH_VERIFICATION, null));
        } else if (form.containsKey(CredentialRepresentation.PASSWORD)) {
            new CountedGuess(context)
                    .compare(
                            budgets.onPassword(context.getUser().getId(), Network.of(context.getConnection())),
                            () -> super.action(context),
                            seconds -> refusal(context, seconds));
        } else {
            super.action(context);
        }
    }

    private Response refusal(AuthenticationFlowContext context, long seconds) {
        if (isConditionalPasskeysEnabled(context.getUser())) {
            webauthnAuth.fillContextForm(context);
        }
        return createLoginForm(TooManyRequests.on(
                StepForm.of(context).setExecution(context.getExecution().getId()),
                Validation.FIELD_PASSWORD,
                "cloakroomTooManyTries",
                seconds));
    }
}
