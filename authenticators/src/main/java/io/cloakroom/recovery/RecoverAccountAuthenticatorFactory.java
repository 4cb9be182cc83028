package io.cloakroom.recovery;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that ends a recovery. */
public final class RecoverAccountAuthenticatorFactory extends StepFactory {

    /** Called by Keycloak. */
    public RecoverAccountAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.RECOVER_ACCOUNT,
                        "Cloakroom: recovery, end",
                        "Asks which passkeys are lost and removes them, has a new one offered, and tells the owner. It stands behind"
                                + " all that has to be proved."),
                RecoverAccountConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new RecoverAccountAuthenticator();
    }
}
