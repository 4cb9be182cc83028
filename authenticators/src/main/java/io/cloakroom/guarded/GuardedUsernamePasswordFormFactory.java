package io.cloakroom.guarded;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.GuessBudgets;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the guarded form for username and password. */
public final class GuardedUsernamePasswordFormFactory extends UsernamePasswordFormFactory {

    private static final Twin TWIN = new Twin(
            new StepNames(
                    ProviderIds.USERNAME_PASSWORD_FORM,
                    "Cloakroom: username and password form",
                    "Keycloak's username and password form with a budget for wrong passwords. It answers alike, and in the same time,"
                            + " whether or not there is such an account."),
            GuessBudgets.SETTINGS);

    @Override
    public Authenticator create(KeycloakSession session) {
        return new GuardedUsernamePasswordForm(session);
    }

    @Override
    public String getId() {
        return ProviderIds.USERNAME_PASSWORD_FORM;
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
