package io.cloakroom.recovery;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import io.cloakroom.proof.ProofDenied;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the step for whoever has lost the second factor, too. */
public final class DelayedRecoveryAuthenticatorFactory extends StepFactory {

    /** Called by Keycloak. */
    public DelayedRecoveryAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.DELAYED_RECOVERY,
                        "Cloakroom: recovery, waiting time",
                        "Lets somebody who has lost the second factor, too, ask for a recovery and complete it after a waiting"
                                + " time, in which the owner can stop it. Required: switched on. Disabled: switched off."),
                DelayConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DelayedRecoveryAuthenticator();
    }

    /** A recovery is stopped by the link "this was not me" of the mail about it. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof ProofDenied denied) {
                StoppedByMail.hear(denied);
            }
        });
    }
}
