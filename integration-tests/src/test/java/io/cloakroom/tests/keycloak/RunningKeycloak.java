package io.cloakroom.tests.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;

/** A Keycloak with both JARs, the shipped realm and a real SMTP server, whatever form it takes. */
public interface RunningKeycloak extends AutoCloseable {

    /** The one that all tests of this JVM share: started when first asked for, stopped when the JVM ends. */
    static RunningKeycloak shared() {
        return SharedKeycloak.get();
    }

    /** One that nobody else uses, for stories that leave traces in the log or count what is in memory. */
    static RunningKeycloak another() {
        return SharedKeycloak.another();
    }

    /** Where browsers go. */
    URI baseUri();

    /** Where health and metrics are. */
    URI managementUri();

    /** Everything the server logged, with our own categories at TRACE. */
    Path log();

    /** A client with all rights, for every realm. */
    Keycloak admin();

    /** What the server sees as its environment; it resolves the placeholders of the shipped realm. */
    Map<String, String> environment();

    default URI issuer(String realm) {
        return baseUri().resolve("/realms/" + realm);
    }

    @Override
    void close();
}
