package io.cloakroom.signup;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.MailBudgets;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that asks what an account needs. */
public final class SignUpAuthenticatorFactory extends StepFactory {

    /** Called by Keycloak. */
    public SignUpAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.SIGN_UP,
                        "Cloakroom: sign-up form",
                        "Asks for an address and whatever the realm's user profile wants, and makes nothing of it yet. Put"
                                + " cloakroom-email-otp in the role sign-up behind it, and cloakroom-create-account."),
                MailBudgets.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SignUpAuthenticator();
    }
}
