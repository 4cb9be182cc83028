package io.cloakroom.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Hostname, https, proxy, metrics: what whoever starts the server decides. */
final class ServerChecks implements Family {

    private static final Check HOSTNAME = new Check(
            "hostname",
            Level.ERROR,
            "Links in mails stand on the server's address. Without a fixed one it would be what a request says, so mails carry no"
                    + " links.",
            "Start the server with --hostname=https://id.example.com (a full URL), or set Realm settings, General, Frontend URL.");

    private static final Check HTTPS = new Check(
            "https",
            Level.ERROR,
            "Codes and cookies can be read on the way, and browsers offer no passkeys on a page without https.",
            "Give the server or the proxy in front of it a certificate, and start the server with an https:// URL as --hostname.");

    private static final Check PROXY = new Check(
            "proxy",
            Level.ERROR,
            "A proxy tells where requests come from, and the server does not listen: everybody shares the proxy's network, and its"
                    + " budget for mails and guesses.",
            "Start the server with --proxy-headers=xforwarded (or forwarded, whichever the proxy sends) and"
                    + " --proxy-trusted-addresses.");

    private static final Check PROXY_TRUST = new Check(
            "proxy-trust",
            Level.WARNING,
            "The server believes anybody who says where a request comes from. Whoever reaches it past the proxy has a new network,"
                    + " and new budgets, with each request.",
            "Start the server with --proxy-trusted-addresses and the proxy's addresses, or let nobody but the proxy reach it.");

    private static final Check METRICS = new Check(
            "metrics",
            Level.NOTE,
            "Mails that fail are invisible to people on purpose. Metrics are where you see them.",
            "Start the server with --metrics-enabled=true and watch cloakroom_mails_total.");

    @Override
    public List<Check> checks() {
        return List.of(HOSTNAME, HTTPS, PROXY, PROXY_TRUST, METRICS);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return of(situation.server());
    }

    static Stream<Finding> of(Server server) {
        return Stream.of(address(server), proxy(server), metrics(server)).flatMap(findings -> findings);
    }

    private static Stream<Finding> address(Server server) {
        Stream.Builder<Finding> findings = Stream.builder();
        if (!server.isFixed()) {
            findings.add(
                    server.isLocal()
                            ? HOSTNAME.found(
                                    Level.NOTE,
                                    "No address is configured; links work for browsers on this machine only.")
                            : HOSTNAME.found("No address is configured; this request says " + server.base() + "."));
        }
        if (!server.isLocal() && !"https".equals(server.base().getScheme())) {
            findings.add(HTTPS.found("Browsers find the server at " + server.base() + "."));
        }
        return findings.build();
    }

    private static Stream<Finding> proxy(Server server) {
        String listened = switch (server.proxyHeaders().toLowerCase(Locale.ROOT)) {
            case "xforwarded" -> Server.X_FORWARDED;
            case "forwarded" -> Server.FORWARDED;
            default -> "";
        };
        if (!server.forwarded().isEmpty() && !server.forwarded().contains(listened)) {
            return Stream.of(PROXY.found("This request came with the header "
                    + String.join(", ", server.forwarded()) + "; proxy-headers is "
                    + (listened.isEmpty() ? "not set." : server.proxyHeaders() + ".")));
        }
        return !listened.isEmpty() && server.trustedProxies().isEmpty()
                ? Stream.of(PROXY_TRUST.found("proxy-headers is set, and proxy-trusted-addresses is not."))
                : Stream.empty();
    }

    private static Stream<Finding> metrics(Server server) {
        return server.hasMetrics() ? Stream.empty() : Stream.of(METRICS.found("Metrics are switched off."));
    }
}
