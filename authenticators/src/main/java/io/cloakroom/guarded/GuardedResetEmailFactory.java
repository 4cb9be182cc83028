package io.cloakroom.guarded;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.MailBudgets;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the guarded mail to reset credentials. */
public final class GuardedResetEmailFactory extends ResetCredentialEmail {

    private static final Twin TWIN = new Twin(
            new StepNames(
                    ProviderIds.RESET_EMAIL,
                    "Cloakroom: reset email",
                    "Keycloak's mail to reset credentials, sent once the page has been answered: neither the answer nor its time depends"
                            + " on the account or on the mail server."),
            MailBudgets.SETTINGS);

    @Override
    public Authenticator create(KeycloakSession session) {
        return new GuardedResetEmail();
    }

    @Override
    public String getId() {
        return ProviderIds.RESET_EMAIL;
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
        return TWIN.properties(super.getConfigProperties());
    }
}
