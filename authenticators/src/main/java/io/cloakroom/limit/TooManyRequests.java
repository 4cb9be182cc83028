package io.cloakroom.limit;

import io.cloakroom.flow.EventDetails;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** How a refusal reads: status 429, {@code Retry-After} in seconds, and the wait beside the field the person was at. */
public final class TooManyRequests {

    private static final int SECONDS_SHOWN_UP_TO = 90;
    private static final int MINUTES_SHOWN_UP_TO = 90;

    private TooManyRequests() {}

    /**
     * Turns the page into the refusal of it.
     *
     * @param field the page's field, which keeps what was typed
     * @param message key of a message that takes the wait: {0} is how many, {1} of what
     * @param seconds until it is worth trying again
     */
    public static LoginFormsProvider on(LoginFormsProvider page, String field, String message, long seconds) {
        return page.setStatus(Response.Status.TOO_MANY_REQUESTS)
                .setResponseHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .addError(new FormMessage(field, message, inUnits(seconds)));
    }

    /** The refusal in words alone, for a page that Keycloak writes. */
    public static FormMessage message(String message, long seconds) {
        return new FormMessage(null, message, inUnits(seconds));
    }

    /** The refusal as a page of its own, for where there is no form to be at. */
    public static Response page(LoginFormsProvider page, String message, long seconds) {
        return page.setResponseHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .setError(message, inUnits(seconds))
                .createErrorPage(Response.Status.TOO_MANY_REQUESTS);
    }

    /**
     * Tells the operator of a budget that has no room, once for each time a node finds out: a flood must not become one of
     * events. The person is told by the page.
     */
    public static void tell(AuthenticationFlowContext context, Decision.Refused refused) {
        if (refused.isNews()) {
            tell(context);
        }
    }

    /** Tells the operator of a wait that was not kept. */
    public static void tell(AuthenticationFlowContext context) {
        context.getEvent().clone().detail(EventDetails.REASON, "limited").error(Errors.SLOW_DOWN);
    }

    /** How many, and of what: 0 seconds, 1 minutes, 2 hours. Never less than the wait is. */
    static Object[] inUnits(long seconds) {
        if (seconds <= SECONDS_SHOWN_UP_TO) {
            return new Object[] {seconds, 0};
        }
        long minutes = (seconds + 59) / 60;
        return minutes <= MINUTES_SHOWN_UP_TO ? new Object[] {minutes, 1} : new Object[] {(minutes + 59) / 60, 2};
    }
}
