package io.cloakroom.link;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/** Where a browser signs out: Keycloak's own page, which asks first. */
public final class SignOut {

    private SignOut() {}

    /** The address of that page for whoever has to sign out before the link can go on, or empty after any other end. */
    public static String after(LinkEnd end, KeycloakSession session) {
        return end == LinkEnd.SIGNED_IN
                ? OIDCLoginProtocolService.logoutUrl(session.getContext().getUri())
                        .build(session.getContext().getRealm().getName())
                        .toString()
                : "";
    }
}
