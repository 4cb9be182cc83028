package io.cloakroom.flow;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/**
 * The life cycle of a step. It reads the step's settings first: where one of them cannot be used, the step fails closed
 * with a page for the person and a log line for the operator that names the setting.
 *
 * @param <C> the step's settings
 */
public abstract class Step<C> implements Authenticator {

    private static final Logger LOG = Logger.getLogger(Step.class);

    private final Function<@Nullable AuthenticatorConfigModel, C> settings;

    /**
     * @param settings reads the settings, throwing {@link InvalidSettingException} where one cannot be used
     */
    protected Step(Function<@Nullable AuthenticatorConfigModel, C> settings) {
        this.settings = settings;
    }

    /** Shows the page; called again on refresh, language switch and back, so it repeats without side effects. */
    protected abstract void show(AuthenticationFlowContext context, C config);

    /** Answers what was posted from the page. A GET that Keycloak hands to a step as an action only shows the page. */
    protected abstract void answer(AuthenticationFlowContext context, C config);

    @Override
    public final void authenticate(AuthenticationFlowContext context) {
        try {
            show(context, settings.apply(context.getAuthenticatorConfig()));
        } catch (InvalidSettingException e) {
            failClosed(context, e);
        }
    }

    @Override
    public final void action(AuthenticationFlowContext context) {
        try {
            C config = settings.apply(context.getAuthenticatorConfig());
            if (!new Path(context).hasStep()) {
                refusePath(context);
            } else if (HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod())) {
                BrowserNotes.read(context.getHttpRequest(), context.getAuthenticationSession());
                answer(context, config);
            } else {
                show(context, config);
            }
        } catch (InvalidSettingException e) {
            failClosed(context, e);
        }
    }

    @Override
    public final boolean requiresUser() {
        return false;
    }

    @Override
    public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public final void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public final void close() {}

    private static void failClosed(AuthenticationFlowContext context, InvalidSettingException e) {
        LOG.errorf(
                "Realm '%s', step '%s' is switched off until its configuration is mended. %s",
                context.getRealm().getName(), context.getExecution().getAuthenticator(), e.getMessage());
        stop(context);
    }

    /** A form that was posted to another flow than its own: no browser does so by itself. */
    private static void refusePath(AuthenticationFlowContext context) {
        context.failure(
                AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR,
                StepForm.of(context).setError(Messages.EXPIRED_ACTION).createErrorPage(Response.Status.BAD_REQUEST));
    }

    /** Ends the login with a page that says whom to ask. For configuration that cannot be worked with. */
    protected static void stop(AuthenticationFlowContext context) {
        context.getEvent().error(Errors.INVALID_CONFIG);
        context.failure(
                AuthenticationFlowError.INTERNAL_ERROR,
                StepForm.of(context).setError("cloakroomUnavailable").createErrorPage(Response.Status.BAD_REQUEST));
    }
}
