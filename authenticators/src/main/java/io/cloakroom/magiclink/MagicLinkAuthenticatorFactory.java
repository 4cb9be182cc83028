package io.cloakroom.magiclink;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import io.cloakroom.mailbox.MailboxStep;
import org.keycloak.authentication.AuthenticationFlowCallbackFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that waits for an emailed link to be opened. */
public final class MagicLinkAuthenticatorFactory extends StepFactory implements AuthenticationFlowCallbackFactory {

    /** Called by Keycloak. */
    public MagicLinkAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.MAGIC_LINK,
                        "Cloakroom: link by email",
                        "Mails a link that signs in, as the first factor, behind the address step. Without a code: opened on"
                                + " another device, it signs that one in."),
                MagicLinkConfig.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new MailboxStep(session, MagicLinkConfig::from);
    }
}
