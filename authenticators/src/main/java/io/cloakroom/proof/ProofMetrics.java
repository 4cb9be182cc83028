package io.cloakroom.proof;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Counts proofs in the registry Keycloak publishes. Tags come from fixed words only, all of which are there from the start. */
final class ProofMetrics {

    private static final String PROOFS = "cloakroom.proofs";
    private static final String ISSUED = "issued";

    private ProofMetrics() {}

    static void register() {
        for (Purpose purpose : Purpose.values()) {
            counter(purpose, ISSUED);
            counter(purpose, Verdict.Accepted.ID);
            counter(purpose, Verdict.Limited.ID);
            for (Verdict.Reason reason : Verdict.Reason.values()) {
                counter(purpose, reason.id());
            }
        }
    }

    static void issued(Purpose purpose) {
        counter(purpose, ISSUED).increment();
    }

    static void answered(Purpose purpose, Verdict verdict) {
        counter(purpose, verdict.id()).increment();
    }

    private static Counter counter(Purpose purpose, String result) {
        return Metrics.counter(PROOFS, "purpose", purpose.id(), "result", result);
    }
}
