package io.cloakroom.link;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/**
 * The server's address as it may stand in a mail: the configured one. Where none is configured, Keycloak takes what the
 * request says, and whoever sends the request decides what that is; then only this very machine's own names are good
 * enough, which is what a developer sees.
 */
public final class LinkBase {

    private static final Logger LOG = Logger.getLogger(LinkBase.class);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private LinkBase() {}

    /** The address to build links on, or nothing where it would be the request's word. */
    public static Optional<URI> of(KeycloakSession session) {
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        if (isFixed(session) || isThisMachine(base)) {
            return Optional.of(base);
        }
        if (TOLD.compareAndSet(false, true)) {
            LOG.error(
                    "Mails carry no links until Keycloak's option 'hostname' is a full URL, or the realm's 'Frontend URL' is"
                            + " set");
        }
        return Optional.empty();
    }

    /** Whether the address is configured, and not what the request says. */
    public static boolean isFixed(KeycloakSession session) {
        String realmsOwn = session.getContext().getRealm().getAttribute("frontendUrl");
        return (realmsOwn != null && !realmsOwn.isBlank())
                || isUrl(Config.scope("hostname", "v2").get("hostname"));
    }

    /** Whether that address is found by this very machine only. */
    public static boolean isThisMachine(URI base) {
        return base.getHost() != null && isThisMachine(base.getHost());
    }

    /** Whether that is a name which a machine has for itself. */
    public static boolean isThisMachine(String host) {
        return THIS_MACHINE.contains(host);
    }

    /** With a mere name, Keycloak takes scheme and port from the request. */
    private static boolean isUrl(@Nullable String hostname) {
        return hostname != null && (hostname.startsWith("https://") || hostname.startsWith("http://"));
    }
}
