package io.cloakroom.flow;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A sign-up and a recovery end in a login. Keycloak names the event of each request by the path that it came on, and the
 * last one would say that somebody registered, or reset a password.
 */
public final class LoginEvents {

    private LoginEvents() {}

    /** From here on the request is about a login, whichever path it came on. */
    public static void begin(AuthenticationFlowContext context) {
        if (context.getEvent().getEvent().getType() == EventType.LOGIN) {
            return;
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        context.newEvent()
                .event(EventType.LOGIN)
                .client(login.getClient().getClientId())
                .detail(Details.REDIRECT_URI, login.getRedirectUri())
                .detail(Details.AUTH_METHOD, login.getProtocol());
        Optional.ofNullable(context.getUser()).ifPresent(context.getEvent()::user);
    }
}
