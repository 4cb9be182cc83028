package io.cloakroom.magiclink;

import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import org.keycloak.authentication.AuthenticationFlowCallbackFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that waits for an emailed link to be opened. */
public final class MagicLinkAuthenticatorFactory extends StepFactory implements AuthenticationFlowCallbackFactory {

    /** The step's id in flows, and the credential it reports to the flow. */
    public static final String PROVIDER_ID = "cloakroom-magic-link";

    /** Called by Keycloak. */
    public MagicLinkAuthenticatorFactory() {
        super(
                new StepNames(
                        PROVIDER_ID,
                        "Cloakroom: link by email",
                        "Mails a link that signs in, as the first factor, behind the address step. Without a code: opened on"
                                + " another device, it signs that one in."),
                MagicLinkConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new MagicLinkAuthenticator(session);
    }
}
