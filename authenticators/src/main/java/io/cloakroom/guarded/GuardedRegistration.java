package io.cloakroom.guarded;

import io.cloakroom.flow.EventDetails;
import io.cloakroom.flow.InvalidSettingException;
import io.cloakroom.flow.NameNotes;
import io.cloakroom.flow.StepGate;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.TooManyRequests;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's registration, with a budget. It tells whether a name or an address is taken, because Keycloak's form makes the
 * account at once: only a sign-up that proves the address first can keep that to itself.
 */
final class GuardedRegistration extends RegistrationUserCreation {

    private static final String REFUSED = "cloakroom-registration.refused";

    @Override
    public void validate(ValidationContext context) {
        beNobodysFailure(context);
        try {
            validate(context, RegistrationBudgets.from(context.getAuthenticatorConfig()));
        } catch (InvalidSettingException e) {
            StepGate.report(context.getRealm(), context.getExecution(), e);
            refuse(context, Errors.INVALID_CONFIG, new FormMessage("cloakroomUnavailable"));
        }
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        super.buildPage(context, form);
        Long seconds = context.getSession().getAttribute(REFUSED, Long.class);
        if (seconds != null) {
            form.setStatus(Response.Status.TOO_MANY_REQUESTS)
                    .setResponseHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
    }

    private void validate(ValidationContext context, RegistrationBudgets budgets) {
        Optional<Decision.Refused> refused = context.getSession()
                .getProvider(Permits.class)
                .take(budgets.on(Network.of(context.getConnection())))
                .use();
        if (refused.isEmpty()) {
            super.validate(context);
        } else {
            long seconds = refused.get().seconds();
            context.getSession().setAttribute(REFUSED, seconds);
            context.getEvent().detail(EventDetails.REASON, "limited");
            refuse(context, Errors.SLOW_DOWN, TooManyRequests.message("cloakroomTooManyTries", seconds));
        }
    }

    /**
     * Keycloak counts each refused post against whom the login names, or what was noted as typed on another page of it. It
     * makes no account beside a user that is set, and says so once it has counted.
     */
    private static void beNobodysFailure(ValidationContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        NameNotes.forget(login);
        if (context.getUser() != null) {
            throw new AuthenticationFlowException(
                    AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR,
                    Errors.DIFFERENT_USER_AUTHENTICATING,
                    Messages.EXPIRED_ACTION);
        }
    }

    /** Nothing that Keycloak's other checks may have found is told. */
    private static void refuse(ValidationContext context, String error, FormMessage message) {
        context.error(error);
        context.validationError(context.getHttpRequest().getDecodedFormParameters(), List.of(message));
        context.excludeOtherErrors();
    }
}
