package io.cloakroom.emailotp;

import io.cloakroom.flow.Step;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Mails a code and asks for it. */
final class EmailOtpAuthenticator extends Step<EmailOtpConfig> {

    EmailOtpAuthenticator() {
        super(EmailOtpConfig::from);
    }

    @Override
    protected void show(AuthenticationFlowContext context, EmailOtpConfig config) {
        new CodeDialogue(context, config).show();
    }

    @Override
    protected void answer(AuthenticationFlowContext context, EmailOtpConfig config) {
        new CodeDialogue(context, config).answer(Submission.of(context));
    }
}
