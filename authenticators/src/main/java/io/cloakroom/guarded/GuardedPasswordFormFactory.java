package io.cloakroom.guarded;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.GuessBudgets;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.PasswordFormFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the guarded form for the password of somebody who is known. */
public final class GuardedPasswordFormFactory extends PasswordFormFactory {

    private static final Twin TWIN = new Twin(
            new StepNames(
                    ProviderIds.PASSWORD_FORM,
                    "Cloakroom: password form",
                    "Keycloak's password form, for whoever an earlier step has named, with a budget for wrong passwords."),
            GuessBudgets.SETTINGS);

    @Override
    public Authenticator create(KeycloakSession session) {
        return new GuardedPasswordForm(session);
    }

    @Override
    public String getId() {
        return ProviderIds.PASSWORD_FORM;
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
