package io.cloakroom.tests.oidc;

import com.sun.net.httpserver.HttpServer;
import io.cloakroom.tests.keycloak.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.representations.idm.ClientRepresentation;

/** Where an app is told, behind the browser's back, that a session has ended. */
public final class LogoutEndpoint implements AutoCloseable {

    private static final String PATH = "/logout";

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();

    private LogoutEndpoint(HttpServer server) {
        this.server = server;
        server.createContext(PATH, exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** From now on that app of the realm has one. */
    public static LogoutEndpoint of(TestRealm realm, String clientId) {
        try {
            LogoutEndpoint endpoint = new LogoutEndpoint(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            endpoint.register(realm, clientId);
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often it was told so. */
    public int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void register(TestRealm realm, String clientId) {
        ClientRepresentation client =
                realm.admin().clients().findByClientId(clientId).get(0);
        Map<String, String> attributes = new HashMap<>(Objects.requireNonNullElse(client.getAttributes(), Map.of()));
        attributes.put(
                "backchannel.logout.url",
                "http://localhost:" + server.getAddress().getPort() + PATH);
        client.setAttributes(attributes);
        realm.admin().clients().get(client.getId()).update(client);
    }
}
