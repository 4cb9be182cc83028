package io.cloakroom.link;

import jakarta.ws.rs.BadRequestException;
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
                return new LinkResource(readable(session));
            }

            @Override
            public void close() {}
        };
    }

    /** A request whose own address cannot be read, as with a forged host, is refused before anything asks for it. */
    private static KeycloakSession readable(KeycloakSession session) {
        try {
            session.getContext().getUri().getRequestUri();
            return session;
        } catch (RuntimeException e) {
            throw new BadRequestException();
        }
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
