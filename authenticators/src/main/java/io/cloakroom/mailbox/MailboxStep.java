package io.cloakroom.mailbox;

import io.cloakroom.flow.Step;
import io.cloakroom.flow.StepGate;
import io.cloakroom.proof.ProvenLogin;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowCallback;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The step that proves an address by mail; the feature that registers it says what its mails hold. */
public final class MailboxStep extends Step<MailboxConfig> implements AuthenticationFlowCallback {

    private final KeycloakSession session;

    /**
     * One for a request.
     *
     * @param settings reads the settings of the feature
     */
    public MailboxStep(KeycloakSession session, Function<@Nullable AuthenticatorConfigModel, MailboxConfig> settings) {
        super(settings);
        this.session = session;
    }

    @Override
    protected void show(AuthenticationFlowContext context, MailboxConfig config) {
        MailboxDialogue dialogue = new MailboxDialogue(context, config);
        if (dialogue.isPossible()) {
            dialogue.show();
        } else {
            StepGate.stopForWantOfLinks(context);
        }
    }

    @Override
    protected void answer(AuthenticationFlowContext context, MailboxConfig config) {
        new MailboxDialogue(context, config).answer();
    }

    @Override
    public void onParentFlowSuccess(AuthenticationFlowContext context) {}

    /**
     * What one flow has asked for ends no other, and whoever completes the login second is told that it is complete. Whoever
     * does not see the login's user completes nothing: another request is still making that account, or it has been deleted.
     */
    @Override
    public void onTopFlowSuccess(AuthenticationFlowModel topFlow) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login == null) {
            return;
        }
        UserModel user = login.getAuthenticatedUser();
        if (user == null || !ProvenLogin.isOf(topFlow, login) || !LinkedAccounts.mayComplete(login, user)) {
            throw new WebApplicationException(
                    form(login).setError(Messages.EXPIRED_ACTION).createErrorPage(Response.Status.BAD_REQUEST));
        }
        if (!ProvenLogin.mayComplete(session, login)) {
            throw new WebApplicationException(
                    form(login).setInfo(Messages.ALREADY_LOGGED_IN).createInfoPage());
        }
    }

    private LoginFormsProvider form(AuthenticationSessionModel login) {
        return session.getProvider(LoginFormsProvider.class).setAuthenticationSession(login);
    }
}
