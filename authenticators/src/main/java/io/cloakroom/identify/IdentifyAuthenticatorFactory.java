package io.cloakroom.identify;

import io.cloakroom.flow.Setting;
import io.cloakroom.flow.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that asks who is here. */
public final class IdentifyAuthenticatorFactory extends StepFactory {

    /** The step's id in flows. */
    public static final String PROVIDER_ID = "cloakroom-identify";

    private static final Authenticator STEP = new IdentifyAuthenticator();

    /** Called by Keycloak. */
    public IdentifyAuthenticatorFactory() {
        super(
                new Setting.Text(
                        PROVIDER_ID,
                        "Cloakroom: address",
                        "Asks for an email address and never says whether an account has it. Put a proof step behind it."),
                IdentifyConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return STEP;
    }
}
