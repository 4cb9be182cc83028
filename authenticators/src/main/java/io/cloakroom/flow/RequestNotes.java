package io.cloakroom.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What Keycloak keeps of an app's request in notes of its own; the rest is in client notes. It forgets them where a flow
 * begins anew, and with them which flow a client policy has chosen: what follows would be asked for by another one.
 */
public final class RequestNotes {

    private static final List<String> NAMES = List.of(
            Constants.REQUESTED_AUTHENTICATION_FLOW,
            Constants.AUTHENTICATION_FLOW_LEVEL_OF_AUTHENTICATION,
            Constants.CLIENT_POLICY_REQUESTED_ACR,
            Constants.AUTHORIZATION_REQUEST_URI,
            SamlProtocol.SAML_LOGIN_REQUEST_FORCEAUTHN,
            Details.AUTH_TYPE);

    private RequestNotes() {}

    /** Copies what the app has asked for. */
    public static void copy(AuthenticationSessionModel from, AuthenticationSessionModel to) {
        of(from).forEach(to::setAuthNote);
    }

    /** Begins the login's flow anew, for the same request. */
    public static void resetFlow(AuthenticationFlowContext context) {
        resetFlow(context, () -> {});
    }

    /**
     * The same.
     *
     * @param afterwards what is to be done when everything has been forgotten, before the first step
     */
    public static void resetFlow(AuthenticationFlowContext context, Runnable afterwards) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Map<String, String> request = of(login);
        context.resetFlow(() -> {
            request.forEach(login::setAuthNote);
            afterwards.run();
        });
    }

    private static Map<String, String> of(AuthenticationSessionModel login) {
        return NAMES.stream()
                .filter(name -> login.getAuthNote(name) != null)
                .collect(Collectors.toMap(name -> name, login::getAuthNote));
    }
}
