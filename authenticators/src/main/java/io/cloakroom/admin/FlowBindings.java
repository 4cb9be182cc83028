package io.cloakroom.admin;

import org.jboss.logging.Logger;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Binds clients to flows by name when a realm is imported. Keycloak's own way names the flow by id; a file with ids can be
 * imported only once on a server.
 */
final class FlowBindings {

    private static final Logger LOG = Logger.getLogger(FlowBindings.class);

    /** The client attribute that names its browser flow. */
    private static final String ATTRIBUTE = "cloakroom.browserFlow";

    private FlowBindings() {}

    /** Watches for realms that come into being. */
    static void register(KeycloakSessionFactory sessions) {
        sessions.register(event -> {
            if (event instanceof RealmModel.RealmPostCreateEvent created) {
                bind(created.getCreatedRealm());
            }
        });
    }

    private static void bind(RealmModel realm) {
        realm.getClientsStream()
                .filter(client -> client.getAttribute(ATTRIBUTE) != null)
                .toList()
                .forEach(client -> bind(realm, client));
    }

    private static void bind(RealmModel realm, ClientModel client) {
        String alias = client.getAttribute(ATTRIBUTE);
        AuthenticationFlowModel flow = realm.getFlowByAlias(alias);
        if (flow == null) {
            LOG.errorf(
                    "Realm '%s', client '%s': attribute '%s' names no flow of the realm; the client uses the realm's own.",
                    realm.getName(), client.getClientId(), ATTRIBUTE);
            return;
        }
        client.setAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING, flow.getId());
        client.removeAttribute(ATTRIBUTE);
    }
}
