package io.cloakroom.token;

import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that says what a login's factors are worth. */
public final class LevelAuthenticatorFactory extends StepFactory {

    /** The step's id in flows. */
    public static final String PROVIDER_ID = "cloakroom-level";

    /** Called by Keycloak. */
    public LevelAuthenticatorFactory() {
        super(
                new StepNames(
                        PROVIDER_ID,
                        "Cloakroom: level",
                        "Asks nothing. Gives a login that a passkey or two factors have proved its level of authentication."
                                + " Put it behind the first level's conditional flow."),
                LevelConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new LevelAuthenticator(session);
    }
}
