package io.cloakroom.flow;

import java.util.List;
import java.util.Map;
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

    /** What the step that has proved somebody says of it. */
    private static final List<String> OURS = List.of(EventDetails.METHOD, EventDetails.PURPOSE);

    private LoginEvents() {}

    /** From here on the request is about a login, whichever path it came on. */
    public static void begin(AuthenticationFlowContext context) {
        if (context.getEvent().getEvent().getType() == EventType.LOGIN) {
            return;
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Map<String, String> told = Optional.ofNullable(
                        context.getEvent().getEvent().getDetails())
                .map(Map::copyOf)
                .orElse(Map.of());
        context.newEvent()
                .event(EventType.LOGIN)
                .client(login.getClient().getClientId())
                .detail(Details.REDIRECT_URI, login.getRedirectUri())
                .detail(Details.AUTH_METHOD, login.getProtocol());
        OURS.forEach(name -> Optional.ofNullable(told.get(name))
                .ifPresent(value -> context.getEvent().detail(name, value)));
        Optional.ofNullable(context.getUser()).ifPresent(context.getEvent()::user);
    }
}
