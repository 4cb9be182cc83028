package io.cloakroom.emailotp;

import io.cloakroom.flow.Step;
import io.cloakroom.proof.ProvenLogin;
import jakarta.ws.rs.WebApplicationException;
import org.keycloak.authentication.AuthenticationFlowCallback;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Mails a code and asks for it. */
final class EmailOtpAuthenticator extends Step<EmailOtpConfig> implements AuthenticationFlowCallback {

    private final KeycloakSession session;

    EmailOtpAuthenticator(KeycloakSession session) {
        super(EmailOtpConfig::from);
        this.session = session;
    }

    @Override
    protected void show(AuthenticationFlowContext context, EmailOtpConfig config) {
        new CodeDialogue(context, config).show();
    }

    @Override
    protected void answer(AuthenticationFlowContext context, EmailOtpConfig config) {
        new CodeDialogue(context, config).answer(Submission.of(context));
    }

    @Override
    public void onParentFlowSuccess(AuthenticationFlowContext context) {}

    /** Whoever completes the login second is told that it is complete. */
    @Override
    public void onTopFlowSuccess(AuthenticationFlowModel topFlow) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null && !ProvenLogin.mayComplete(session, login)) {
            throw new WebApplicationException(session.getProvider(LoginFormsProvider.class)
                    .setAuthenticationSession(login)
                    .setInfo(Messages.ALREADY_LOGGED_IN)
                    .createInfoPage());
        }
    }
}
