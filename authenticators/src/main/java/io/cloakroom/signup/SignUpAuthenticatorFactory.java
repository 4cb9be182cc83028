package io.cloakroom.signup;

import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that asks what an account needs. */
public final class SignUpAuthenticatorFactory extends StepFactory {

    /** The step's id in flows. */
    public static final String PROVIDER_ID = "cloakroom-sign-up";

    /** Called by Keycloak. */
    public SignUpAuthenticatorFactory() {
        super(
                new StepNames(
                        PROVIDER_ID,
                        "Cloakroom: sign-up form",
                        "Asks for an address and whatever the realm's user profile wants, and makes nothing of it yet. Put"
                                + " cloakroom-email-otp in the role sign-up behind it, and cloakroom-create-account."),
                SignUpConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SignUpAuthenticator();
    }
}
