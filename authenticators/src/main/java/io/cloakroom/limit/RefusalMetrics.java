package io.cloakroom.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.List;

/** Counts refusals in the registry Keycloak publishes. Tags come from fixed words only, all of which are there from the start. */
final class RefusalMetrics {

    /** Every limit that can refuse somebody, in whichever room it stands. */
    private static final List<String> SCOPES = List.of(
            "mail-realm",
            "mail-network",
            "mail-pair",
            "mail-address",
            "guess-network",
            "guess-pair",
            "guess-address",
            "password-network",
            "password-pair",
            "password-address",
            "proof-attempts",
            "notice",
            "notice-realm",
            "security-notice",
            "security-notice-address",
            "account-address",
            "account-name",
            "account-refused",
            "recovery-start",
            "recovery-start-now",
            "entry-realm",
            "entry-network",
            "entry-client",
            "entry-pair",
            "entry-name",
            "factor-network",
            "factor-pair",
            "factor-address",
            "registration-realm",
            "registration-network",
            "test-mail",
            MailBlocks.SCOPE);

    private RefusalMetrics() {}

    static void register() {
        SCOPES.forEach(RefusalMetrics::counter);
    }

    static void refused(String scope) {
        counter(scope).increment();
    }

    private static Counter counter(String scope) {
        return Metrics.counter("cloakroom.refusals", "scope", scope);
    }
}
