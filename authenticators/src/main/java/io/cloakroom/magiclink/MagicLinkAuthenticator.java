package io.cloakroom.magiclink;

import io.cloakroom.mailbox.MailboxStep;
import org.keycloak.models.KeycloakSession;

/** Mails a link and waits until it is opened. */
final class MagicLinkAuthenticator extends MailboxStep {

    MagicLinkAuthenticator(KeycloakSession session) {
        super(session, MagicLinkConfig::from);
    }
}
