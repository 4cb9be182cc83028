package io.cloakroom.guarded;

import io.cloakroom.flow.PasskeyAssertion;
import io.cloakroom.flow.UserNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.WebAuthnConditionalUIAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * A passkey that is posted to one of Keycloak's forms for passwords. Keycloak verifies it, and would count one that does
 * not do as a wrong password, of whomever the login names: anybody can post as many as they like.
 */
final class PostedPasskey extends WebAuthnConditionalUIAuthenticator {

    PostedPasskey(KeycloakSession session) {
        super(session, context -> unseen());
    }

    /** Whether the form has come from a passkey. */
    static boolean isIn(MultivaluedMap<String, String> form) {
        return form.containsKey(WebAuthnConstants.AUTHENTICATOR_DATA) || form.containsKey(WebAuthnConstants.ERROR);
    }

    /**
     * Signs in with it.
     *
     * @param refusal the page again; why the passkey does not do is nobody's business
     */
    void answer(AuthenticationFlowContext context, Supplier<Response> refusal) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (!isPasskeysEnabled() || !isHarmless(context, form)) {
            context.challenge(refusal.get());
            return;
        }
        action(context);
        if (context.getStatus() == FlowStatus.FAILED) {
            context.challenge(refusal.get());
        } else if (context.getStatus() == FlowStatus.SUCCESS) {
            UserNotes.settle(context.getAuthenticationSession());
        }
    }

    /** Keycloak would look up an account by a name that is posted along, and say whether there is one. */
    private static boolean isHarmless(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        return PasskeyNotes.isAskedFor(context.getAuthenticationSession())
                && PasskeyAssertion.isWellFormed(form, context.getUser() != null)
                && !form.containsKey(AuthenticationManager.FORM_USERNAME)
                && !form.containsKey(CredentialRepresentation.PASSWORD);
    }

    @Override
    protected Response createErrorResponse(AuthenticationFlowContext context, String reason) {
        return unseen();
    }

    /** The refusal takes its place. */
    private static Response unseen() {
        return Response.status(Response.Status.BAD_REQUEST).build();
    }
}
