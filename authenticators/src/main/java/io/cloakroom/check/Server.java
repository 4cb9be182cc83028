package io.cloakroom.check;

import io.cloakroom.link.LinkBase;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/**
 * What can be seen of the server from inside.
 *
 * @param version of Keycloak, as it calls itself
 * @param base where browsers find it
 * @param isFixed whether that is configured, and not what the request says
 * @param proxyHeaders the option {@code proxy-headers}, or empty
 * @param trustedProxies the option {@code proxy-trusted-addresses}, or empty
 * @param forwarded which headers of a proxy the request came with
 * @param hasMetrics whether metrics are switched on
 */
record Server(
        String version,
        URI base,
        boolean isFixed,
        String proxyHeaders,
        String trustedProxies,
        Set<String> forwarded,
        boolean hasMetrics) {

    static final String X_FORWARDED = "X-Forwarded-For";
    static final String FORWARDED = "Forwarded";

    static Server of(KeycloakSession session) {
        HttpHeaders request = session.getContext().getHttpRequest().getHttpHeaders();
        return new Server(
                Version.VERSION,
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                LinkBase.isFixed(session),
                option("proxy-headers"),
                option("proxy-trusted-addresses"),
                Stream.of(X_FORWARDED, FORWARDED)
                        .filter(header -> request.getHeaderString(header) != null)
                        .collect(Collectors.toSet()),
                Boolean.parseBoolean(option("metrics-enabled")));
    }

    /** Whether only a browser on the same machine finds it, as while developing. */
    boolean isLocal() {
        return LinkBase.isThisMachine(base);
    }

    private static String option(String name) {
        return Objects.requireNonNullElse(Config.scope().root().get(name), "").strip();
    }
}
