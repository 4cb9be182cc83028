package io.cloakroom.link;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.ResolveRelative;

/** An app's own start page, where it names one. */
final class HomePage {

    private HomePage() {}

    static Optional<String> of(KeycloakSession session, ClientModel client) {
        return Optional.ofNullable(client.getBaseUrl())
                .filter(url -> !url.isBlank())
                .map(url -> ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), url));
    }
}
