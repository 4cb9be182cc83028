package io.cloakroom.flow;

import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.messages.Messages;

/**
 * What stands before the work of every step: its settings must be usable, and a form must have been posted to the flow that
 * the step stands in. Otherwise the step fails closed, with a page for the person and, where a setting is wrong, a log line
 * for the operator that names it.
 */
public final class StepGate {

    private static final Logger LOG = Logger.getLogger(StepGate.class);

    private StepGate() {}

    /**
     * Lets the work begin.
     *
     * @param settings reads the settings, throwing {@link InvalidSettingException} where one cannot be used
     */
    public static <C> void enter(
            AuthenticationFlowContext context,
            Function<@Nullable AuthenticatorConfigModel, C> settings,
            Consumer<C> work) {
        try {
            work.accept(settings.apply(context.getAuthenticatorConfig()));
        } catch (InvalidSettingException e) {
            report(context.getRealm(), context.getExecution(), e);
            stop(context);
        }
    }

    /** The same for a posted form. */
    public static <C> void post(
            AuthenticationFlowContext context,
            Function<@Nullable AuthenticatorConfigModel, C> settings,
            Consumer<C> work) {
        enter(context, settings, config -> {
            if (new Path(context).hasStep()) {
                work.accept(config);
            } else {
                refusePath(context);
            }
        });
    }

    /** Tells the operator which setting keeps the step switched off. */
    public static void report(RealmModel realm, AuthenticationExecutionModel step, InvalidSettingException problem) {
        LOG.errorf(
                "Realm '%s', step '%s' is switched off until its configuration is mended. %s",
                realm.getName(), step.getAuthenticator(), problem.getMessage());
    }

    /** Stops a step that cannot do without links where there is no address to build them on. */
    public static void stopForWantOfLinks(AuthenticationFlowContext context) {
        LOG.errorf(
                "Realm '%s', step '%s' is switched off until Keycloak's option 'hostname' is set: its mails need links.",
                context.getRealm().getName(), context.getExecution().getAuthenticator());
        stop(context);
    }

    /** Shows a page that says whom to ask. It is nobody's failure: those of some steps are counted against an account. */
    private static void stop(AuthenticationFlowContext context) {
        context.getEvent().error(Errors.INVALID_CONFIG);
        context.challenge(unavailable(context));
    }

    private static Response unavailable(AuthenticationFlowContext context) {
        return DirectGrant.isIn(context)
                ? DirectGrant.error(
                                Response.Status.BAD_REQUEST,
                                OAuthErrorException.TEMPORARILY_UNAVAILABLE,
                                "Signing in is not possible right now.")
                        .build()
                : StepForm.of(context).setError("cloakroomUnavailable").createErrorPage(Response.Status.BAD_REQUEST);
    }

    /** A form that was posted to another flow than its own: no browser does so by itself. Nothing counts it, as above. */
    private static void refusePath(AuthenticationFlowContext context) {
        context.challenge(
                StepForm.of(context).setError(Messages.EXPIRED_ACTION).createErrorPage(Response.Status.BAD_REQUEST));
    }
}
