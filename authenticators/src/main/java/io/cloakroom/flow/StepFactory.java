package io.cloakroom.flow;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** What every factory of a step answers in the same way. */
public abstract class StepFactory implements AuthenticatorFactory {

    private final String id;
    private final String displayType;
    private final String helpText;
    private final List<Setting<?>> settings;

    /** Steps are made by Keycloak through their public factories only. */
    protected StepFactory(StepNames names, List<Setting<?>> settings) {
        this.id = names.id();
        this.displayType = names.displayType();
        this.helpText = names.helpText();
        this.settings = List.copyOf(settings);
    }

    @Override
    public abstract Authenticator create(KeycloakSession session);

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getDisplayType() {
        return displayType;
    }

    /** Our own category on purpose: strangers' failures must not feed the brute-force detection of an account. */
    @Override
    public final String getReferenceCategory() {
        return id;
    }

    @Override
    public final String getHelpText() {
        return helpText;
    }

    @Override
    public final boolean isConfigurable() {
        return !settings.isEmpty();
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return settings.stream().map(Setting::property).toList();
    }

    @Override
    public final Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES.clone();
    }

    @Override
    public final boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
