package io.cloakroom.emailotp;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import io.cloakroom.mailbox.MailboxStep;
import io.cloakroom.mailbox.ProviderLinks;
import io.cloakroom.proof.ProofDenied;
import org.keycloak.authentication.AuthenticationFlowCallbackFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the step that asks for an emailed code. */
public final class EmailOtpAuthenticatorFactory extends StepFactory implements AuthenticationFlowCallbackFactory {

    /** Called by Keycloak. */
    public EmailOtpAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.EMAIL_OTP,
                        "Cloakroom: code by email",
                        "Mails a code and asks for it. As the first factor it stands behind the address step; as the second"
                                + " one behind a password."),
                EmailOtpConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new MailboxStep(session, EmailOtpConfig::from);
    }

    /** What a code has linked is undone by the link "this was not me" of its mail. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof ProofDenied denied) {
                ProviderLinks.hear(denied);
            } else if (event instanceof FederatedIdentityCreatedEvent linked) {
                ProviderLinks.hear(linked);
            }
        });
    }
}
