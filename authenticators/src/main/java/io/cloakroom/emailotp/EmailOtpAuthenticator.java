package io.cloakroom.emailotp;

import io.cloakroom.mailbox.MailboxStep;
import org.keycloak.models.KeycloakSession;

/** Mails a code, and a link where it is told to, and asks for either. */
final class EmailOtpAuthenticator extends MailboxStep {

    EmailOtpAuthenticator(KeycloakSession session) {
        super(session, EmailOtpConfig::from);
    }
}
