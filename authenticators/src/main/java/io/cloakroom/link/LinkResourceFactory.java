package io.cloakroom.link;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Registers the pages behind the links in mails, at {@code /realms/{realm}/cloakroom}. */
public final class LinkResourceFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return LinkPaths.ROOT;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new LinkResource(session);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        LinkMetrics.register();
    }

    @Override
    public void close() {}
}
