package io.cloakroom.identify;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that asks who is here. */
public final class IdentifyAuthenticatorFactory extends StepFactory {

    /** Called by Keycloak. */
    public IdentifyAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.IDENTIFY,
                        "Cloakroom: address",
                        "Asks who is here, by passkey, address or (if wanted) password, and never says whether an account exists."
                                + " Put a proof step behind it."),
                IdentifyConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new IdentifyAuthenticator(session);
    }
}
