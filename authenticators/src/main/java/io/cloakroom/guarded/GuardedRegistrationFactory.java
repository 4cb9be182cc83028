package io.cloakroom.guarded;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import java.util.List;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the guarded registration. */
public final class GuardedRegistrationFactory extends RegistrationUserCreation {

    private static final Twin TWIN = new Twin(
            new StepNames(
                    ProviderIds.REGISTRATION_USER_CREATION,
                    "Cloakroom: registration user profile creation",
                    "Keycloak's registration with a budget. It must stand first in the form, as Keycloak's own. It tells"
                            + " whether an address is taken; the flow \"cloakroom sign-up\" does not."),
            RegistrationBudgets.SETTINGS);

    @Override
    public FormAction create(KeycloakSession session) {
        return new GuardedRegistration();
    }

    @Override
    public String getId() {
        return ProviderIds.REGISTRATION_USER_CREATION;
    }

    @Override
    public String getDisplayType() {
        return TWIN.names().displayType();
    }

    @Override
    public String getHelpText() {
        return TWIN.names().helpText();
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return TWIN.properties(List.of());
    }
}
