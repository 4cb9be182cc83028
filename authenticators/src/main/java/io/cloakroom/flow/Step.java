package io.cloakroom.flow;

import jakarta.ws.rs.HttpMethod;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The life cycle of a step.
 *
 * @param <C> the step's settings
 */
public abstract class Step<C> implements Authenticator {

    private final Function<@Nullable AuthenticatorConfigModel, C> settings;

    /**
     * @param settings reads the settings, throwing {@link InvalidSettingException} where one cannot be used
     */
    protected Step(Function<@Nullable AuthenticatorConfigModel, C> settings) {
        this.settings = settings;
    }

    /** Shows the page; called again on refresh, language switch and back, so it must be repeatable. */
    protected abstract void show(AuthenticationFlowContext context, C config);

    /** Answers what was posted from the page. A GET that Keycloak hands to a step as an action only shows the page. */
    protected abstract void answer(AuthenticationFlowContext context, C config);

    @Override
    public final void authenticate(AuthenticationFlowContext context) {
        StepGate.enter(context, settings, config -> show(context, config));
    }

    @Override
    public final void action(AuthenticationFlowContext context) {
        StepGate.post(context, settings, config -> {
            if (HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod())) {
                BrowserNotes.read(context.getHttpRequest(), context.getAuthenticationSession());
                answer(context, config);
            } else {
                show(context, config);
            }
        });
    }

    /** What is wrong with these settings, as the step finds when somebody comes to it; nothing where they can be used. */
    public final Optional<String> problem(@Nullable AuthenticatorConfigModel model) {
        try {
            Objects.requireNonNull(settings.apply(model));
            return Optional.empty();
        } catch (InvalidSettingException e) {
            return Optional.ofNullable(e.getMessage());
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
}
