package io.cloakroom.recovery;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import io.cloakroom.limit.MailBudgets;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that asks which account is to be recovered. */
public final class RecoveryAuthenticatorFactory extends StepFactory {

    /** Called by Keycloak. */
    public RecoveryAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.RECOVERY,
                        "Cloakroom: recovery, address",
                        "Asks for the address of somebody who can't sign in, and never says whether an account exists. Put"
                                + " cloakroom-email-otp in the role recovery behind it."),
                MailBudgets.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new RecoveryAuthenticator();
    }
}
