package io.cloakroom.guarded;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.GuessBudgets;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the guarded form for recovery codes. */
public final class GuardedRecoveryCodeFormFactory extends RecoveryAuthnCodesFormAuthenticatorFactory {

    private static final Twin TWIN = new Twin(
            new StepNames(
                    ProviderIds.RECOVERY_CODE_FORM,
                    "Cloakroom: recovery code form",
                    "Keycloak's form for recovery codes with a budget for wrong codes."),
            GuessBudgets.SETTINGS);

    @Override
    public Authenticator create(KeycloakSession session) {
        return new GuardedRecoveryCodeForm(session);
    }

    @Override
    public String getId() {
        return ProviderIds.RECOVERY_CODE_FORM;
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
