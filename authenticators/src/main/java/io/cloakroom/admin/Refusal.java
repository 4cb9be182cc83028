package io.cloakroom.admin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

/** Errors in the form of Keycloak's own admin API: the field that is wrong, and what is wrong with it. */
final class Refusal {

    private Refusal() {}

    /** The order can't be filled because of that field. */
    static ErrorResponseException of(String field, String message) {
        return of(field, message, Status.BAD_REQUEST);
    }

    /** Nothing is wrong with the order, but with the realm or the server. */
    static ErrorResponseException ofServer(String message) {
        return ErrorResponse.error(message, Status.CONFLICT);
    }

    /** The order can't be read. */
    static ErrorResponseException ofBody(String message) {
        return ErrorResponse.error(message, Status.BAD_REQUEST);
    }

    /** The mail server would not have it. Its own words may name whoever runs it, and stay in the log. */
    static ErrorResponseException ofMailServer() {
        return ErrorResponse.error(
                "The mail server did not take the mail; its own words are in the server's log, as KC-SERVICES0029",
                Status.BAD_GATEWAY);
    }

    /** Too often. */
    static Response forNow(long seconds) {
        ErrorRepresentation error = new ErrorRepresentation();
        error.setErrorMessage("Too many requests. Try again in " + seconds + " s");
        return Response.status(Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(error)
                .build();
    }

    static ErrorResponseException of(String field, String message, Status status) {
        return ErrorResponse.errors(List.of(new ErrorRepresentation(field, message, null)), status);
    }
}
