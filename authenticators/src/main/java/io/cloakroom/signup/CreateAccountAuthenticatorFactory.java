package io.cloakroom.signup;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that makes accounts. */
public final class CreateAccountAuthenticatorFactory extends StepFactory {

    /** Called by Keycloak. */
    public CreateAccountAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.CREATE_ACCOUNT,
                        "Cloakroom: new account",
                        "Makes the account of somebody who has just proved an address that nobody has, and lets everybody else"
                                + " pass. It stands behind cloakroom-email-otp."),
                List.of());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new CreateAccountAuthenticator();
    }
}
