package io.cloakroom.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.stream.Stream;

/** Counts refusals in the registry Keycloak publishes. Tags come from fixed words only, all of which are there from the start. */
final class RefusalMetrics {

    private RefusalMetrics() {}

    static void register() {
        Stream.of(Scope.values()).filter(Scope::refuses).forEach(RefusalMetrics::counter);
    }

    static void refused(Scope scope) {
        counter(scope).increment();
    }

    private static Counter counter(Scope scope) {
        return Metrics.counter("cloakroom.refusals", "scope", scope.id());
    }
}
