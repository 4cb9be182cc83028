package io.cloakroom.guarded;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.GuessBudgets;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the guarded form for codes of an authenticator app. */
public final class GuardedOtpFormFactory extends OTPFormAuthenticatorFactory {

    private static final Twin TWIN = new Twin(
            new StepNames(
                    ProviderIds.OTP_FORM,
                    "Cloakroom: OTP form",
                    "Keycloak's form for codes of an authenticator app with a budget for wrong codes."),
            GuessBudgets.SETTINGS);

    @Override
    public Authenticator create(KeycloakSession session) {
        return new GuardedOtpForm();
    }

    @Override
    public String getId() {
        return ProviderIds.OTP_FORM;
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
