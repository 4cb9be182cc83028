package io.cloakroom.tests.keycloak;

import org.keycloak.representations.idm.RealmRepresentation;

/** A realm as it is before anybody has heard of us: Keycloak's own flows, the shipped realm's clients and mail server. */
public final class StockRealm {

    private StockRealm() {}

    /** Takes everything of ours out of the shipped realm, for {@link Realms#copy}. */
    public static void withoutUs(RealmRepresentation realm) {
        realm.setAuthenticationFlows(null);
        realm.setAuthenticatorConfig(null);
        realm.setBrowserFlow(null);
        realm.setRegistrationFlow(null);
        realm.setResetCredentialsFlow(null);
        realm.getRequiredActions().removeIf(action -> action.getAlias().startsWith("cloakroom-"));
        realm.getClients().forEach(client -> {
            client.setProtocolMappers(null);
            client.getAttributes().remove("cloakroom.browserFlow");
        });
    }
}
