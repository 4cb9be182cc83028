package io.cloakroom.condition;

import io.cloakroom.flow.Setting;
import io.cloakroom.flow.StepNames;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** What every factory of a condition answers in the same way. */
abstract class ConditionFactory implements ConditionalAuthenticatorFactory {

    private final StepNames names;
    private final List<Setting<?>> settings;
    private final ConditionalAuthenticator condition;

    ConditionFactory(StepNames names, List<Setting<?>> settings, ConditionalAuthenticator condition) {
        this.names = names;
        this.settings = List.copyOf(settings);
        this.condition = condition;
    }

    @Override
    public final ConditionalAuthenticator getSingleton() {
        return condition;
    }

    @Override
    public final String getId() {
        return names.id();
    }

    @Override
    public final String getDisplayType() {
        return names.displayType();
    }

    @Override
    public final String getHelpText() {
        return names.helpText();
    }

    @Override
    public final boolean isConfigurable() {
        return true;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return settings.stream().map(Setting::property).toList();
    }

    @Override
    public final Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public final boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public final void init(Config.Scope config) {}

    @Override
    public final void postInit(KeycloakSessionFactory factory) {}

    @Override
    public final void close() {}
}
