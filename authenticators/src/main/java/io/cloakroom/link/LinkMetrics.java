package io.cloakroom.link;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Counts links in the registry Keycloak publishes. Tags come from fixed words only, all of which are there from the start. */
final class LinkMetrics {

    private static final String OPENED = "opened";
    private static final String DENIED = "denied";

    private LinkMetrics() {}

    static void register() {
        counter(OPENED);
        counter(DENIED);
        for (LinkEnd end : LinkEnd.values()) {
            counter(end.id());
        }
    }

    static void opened() {
        counter(OPENED).increment();
    }

    static void ended(LinkEnd end) {
        counter(end.id()).increment();
    }

    static void denied() {
        counter(DENIED).increment();
    }

    private static Counter counter(String result) {
        return Metrics.counter("cloakroom.links", "result", result);
    }
}
