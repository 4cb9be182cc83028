package io.cloakroom.link;

import io.micrometer.core.instrument.Metrics;

/** Counts links in the registry Keycloak publishes. Tags come from fixed words only. */
final class LinkMetrics {

    private LinkMetrics() {}

    static void opened() {
        count("opened");
    }

    static void ended(LinkEnd end) {
        count(end.id());
    }

    static void denied() {
        count("denied");
    }

    private static void count(String result) {
        Metrics.counter("cloakroom.links", "result", result).increment();
    }
}
