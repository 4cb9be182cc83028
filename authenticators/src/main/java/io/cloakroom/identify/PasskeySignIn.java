package io.cloakroom.identify;

import io.cloakroom.flow.PasskeyAssertion;
import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.StepProofs;
import io.cloakroom.flow.UserNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.WebAuthnConditionalUIAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.messages.Messages;

/**
 * Signs in with a passkey: Keycloak asks and verifies, on our page. It knows no accounts before the signature is right,
 * and every passkey that does not do reads the same.
 */
final class PasskeySignIn extends WebAuthnConditionalUIAuthenticator {

    private final IdentifyPage page;

    PasskeySignIn(KeycloakSession session, IdentifyPage page) {
        super(session, context -> page.refusePasskey());
        this.page = page;
    }

    /** Hands the page what a browser needs to ask for a passkey, if there is anything to ask for. */
    boolean prepare(AuthenticationFlowContext context) {
        boolean isOffered = isOffered(context);
        if (isOffered) {
            fillContextForm(context);
        }
        return isOffered;
    }

    /** Verifies what the browser has sent. */
    void answer(AuthenticationFlowContext context) {
        if (!isOffered(context) || !PasskeyAssertion.isWellFormed(page.claim().form(), context.getUser() != null)) {
            context.challenge(page.refusePasskey());
            return;
        }
        try {
            action(context);
        } catch (AuthenticationFlowException e) {
            close(context, e);
        }
        if (context.getStatus() == FlowStatus.SUCCESS) {
            UserNotes.settle(context.getAuthenticationSession());
            StepProofs.IDENTIFY.proved(context.getAuthenticationSession(), WebAuthnCredentialModel.TYPE_PASSWORDLESS);
        }
    }

    /** The key is right: whoever holds it may know that the account is closed. */
    private static void close(AuthenticationFlowContext context, AuthenticationFlowException reason) {
        if (reason.getError() != AuthenticationFlowError.USER_DISABLED) {
            throw reason;
        }
        // Keycloak has put the name beside the id; the log need not have it.
        context.getEvent().removeDetail(Details.USERNAME).error(Errors.USER_DISABLED);
        context.failure(
                reason.getError(),
                StepForm.of(context).setError(Messages.ACCOUNT_DISABLED).createErrorPage(Response.Status.BAD_REQUEST));
    }

    /** Keycloak would look up an account by a name that is posted along, and say whether there is one. */
    @Override
    protected boolean validateUsername(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form, String username) {
        return true;
    }

    @Override
    protected Response createErrorResponse(AuthenticationFlowContext context, String reason) {
        return page.refusePasskey();
    }

    /** Only of somebody whom a session has named already can it be known whether there is one. */
    private boolean isOffered(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        return isPasskeysEnabled()
                && (user == null
                        || user.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS));
    }
}
