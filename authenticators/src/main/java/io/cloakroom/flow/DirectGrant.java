package io.cloakroom.flow;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** A login without pages: the token endpoint takes name and password in one request, and answers in JSON. */
public final class DirectGrant {

    /** What Keycloak calls the path of that request; it has no constant for it. */
    private static final String PATH = "token";

    private DirectGrant() {}

    /** Whether this login is one. */
    public static boolean isIn(AuthenticationFlowContext context) {
        return PATH.equals(context.getFlowPath());
    }

    /**
     * An answer for its client.
     *
     * @param error one of OAuth's error codes
     * @param description for the developer who reads it, in English
     */
    public static Response.ResponseBuilder error(Response.Status status, String error, String description) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(error, description));
    }
}
