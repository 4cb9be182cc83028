package io.cloakroom.link;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.models.RealmModel;

/** Where our pages are, below the realm's own address. */
final class LinkPaths {

    /** The name of our resource: {@code /realms/{realm}/cloakroom}. */
    static final String ROOT = "cloakroom";

    private LinkPaths() {}

    static URI of(URI base, RealmModel realm, String page) {
        return UriBuilder.fromUri(base)
                .path("realms/{realm}/" + ROOT + "/" + page)
                .build(realm.getName());
    }
}
