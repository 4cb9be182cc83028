package io.cloakroom.token;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that says what a login's factors are worth. */
public final class LevelAuthenticatorFactory extends StepFactory {

    /** Called by Keycloak. */
    public LevelAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.LEVEL,
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
