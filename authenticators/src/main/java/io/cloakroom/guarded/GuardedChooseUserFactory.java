package io.cloakroom.guarded;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.MailBudgets;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the guarded page that asks whose credentials are to be reset. */
public final class GuardedChooseUserFactory extends ResetCredentialChooseUser {

    private static final Twin TWIN = new Twin(
            new StepNames(
                    ProviderIds.RESET_CHOOSE_USER,
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
        return ProviderIds.RESET_CHOOSE_USER;
    }

    @Override
    public String getDisplayType() {
        return TWIN.names().displayType();
    }

    /** Our own category on purpose: strangers' failures must not feed the brute-force detection of an account. */
    @Override
    public String getReferenceCategory() {
        return getId();
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
