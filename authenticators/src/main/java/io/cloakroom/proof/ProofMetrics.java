package io.cloakroom.proof;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/** Counts proofs in the registry Keycloak publishes. Tags come from fixed words only. */
final class ProofMetrics {

    private static final String PROOFS = "cloakroom.proofs";

    private ProofMetrics() {}

    static void issued(Purpose purpose) {
        count(purpose, "issued");
    }

    static void answered(Purpose purpose, Verdict verdict) {
        count(purpose, result(verdict));
    }

    private static String result(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused
                ? refused.reason().id()
                : verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static void count(Purpose purpose, String result) {
        Metrics.counter(PROOFS, "purpose", purpose.id(), "result", result).increment();
    }
}
