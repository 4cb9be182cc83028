package io.cloakroom.emailotp;

import io.cloakroom.flow.Setting;
import io.cloakroom.flow.StepFactory;
import org.keycloak.authentication.AuthenticationFlowCallbackFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that asks for an emailed code. */
public final class EmailOtpAuthenticatorFactory extends StepFactory implements AuthenticationFlowCallbackFactory {

    /** The step's id in flows, and the credential it reports to the flow. */
    public static final String PROVIDER_ID = "cloakroom-email-otp";

    /** Called by Keycloak. */
    public EmailOtpAuthenticatorFactory() {
        super(
                new Setting.Text(
                        PROVIDER_ID,
                        "Cloakroom: code by email",
                        "Mails a code and asks for it. As the first factor it stands behind the address step; as the second"
                                + " one behind a password."),
                EmailOtpConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EmailOtpAuthenticator(session);
    }
}
