package io.cloakroom.admin;

import io.cloakroom.flow.Lookups;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/**
 * Where a link leads to.
 *
 * @param client the app
 * @param redirectUri an address of the app, or null for its home
 */
record Landing(ClientModel client, @Nullable String redirectUri) {

    /** Longer ones make links that servers and mail programs cut off. */
    private static final int LONGEST = 1000;

    static Landing of(KeycloakSession session, LinkOrder order) {
        ClientModel client = client(session.getContext().getRealm(), order.client());
        return new Landing(client, order.redirectUri() == null ? null : valid(session, order.redirectUri(), client));
    }

    private static ClientModel client(RealmModel realm, String clientId) {
        ClientModel client =
                Lookups.client(realm, clientId).orElseThrow(() -> Refusal.of("client", "Client doesn't exist"));
        if (!client.isEnabled()) {
            throw Refusal.of("client", "Client is not enabled");
        }
        if (!signsPeopleIn(client)) {
            throw Refusal.of("client", "Client is not allowed to sign people in with a browser");
        }
        return client;
    }

    private static boolean signsPeopleIn(ClientModel client) {
        boolean isOidc = client.getProtocol() == null || OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
        return !client.isBearerOnly() && (!isOidc || client.isStandardFlowEnabled() || client.isImplicitFlowEnabled());
    }

    private static String valid(KeycloakSession session, String redirectUri, ClientModel client) {
        String verified =
                redirectUri.length() > LONGEST ? null : RedirectUtils.verifyRedirectUri(session, redirectUri, client);
        if (verified == null) {
            throw Refusal.of("redirectUri", "Invalid redirect uri");
        }
        return verified;
    }
}
