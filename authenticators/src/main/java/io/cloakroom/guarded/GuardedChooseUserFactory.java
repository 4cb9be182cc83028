package io.cloakroom.guarded;

import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.MailBudgets;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the guarded page that asks whose credentials are to be reset. */
public final class GuardedChooseUserFactory extends ResetCredentialChooseUser {

    /** The step's id in flows. */
    public static final String PROVIDER_ID = "cloakroom-reset-choose-user";

    private static final Twin TWIN = new Twin(
            new StepNames(
                    PROVIDER_ID,
                    "Cloakroom: choose user to reset",
                    "Keycloak's page that asks whose credentials are to be reset, with budgets for the mails it leads to. Put \"Cloakroom:"
                            + " reset email\" behind it: then no account is looked up while somebody waits."),
            MailBudgets.SETTINGS);

    @Override
    public Authenticator create(KeycloakSession session) {
        return new GuardedChooseUser();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
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
