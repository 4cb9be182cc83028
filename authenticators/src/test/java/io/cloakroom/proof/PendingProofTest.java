package io.cloakroom.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.flow.Address;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingProofTest {

    private static final Instant ISSUED = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void expires_exactly_at_its_deadline() {
        PendingProof proof = sent(1);

        assertThat(proof.isExpired(ISSUED.plusSeconds(900).minusMillis(1))).isFalse();
        assertThat(proof.isExpired(ISSUED.plusSeconds(900))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "2, 60", "3, 120", "4, 120", "50, 120"})
    void the_wait_for_another_mail_grows_with_the_mails_sent(int sends, long seconds) {
        assertThat(Duration.between(ISSUED, sent(sends).resendableAt())).hasSeconds(seconds);
    }

    @Test
    void survives_being_stored() {
        assertThat(PendingProof.load(sent(3).store())).contains(sent(3));
    }

    @Test
    void a_log_line_shows_nothing_of_it() {
        assertThat(sent(1)).asString().doesNotContain("ada", "key-1", "mac");
    }

    private static PendingProof sent(int times) {
        Address ada = Address.parse("Ada@example.com").orElseThrow();
        return new PendingProof("id-1", ada, "key-1", "mac", ISSUED, ISSUED.plusSeconds(900), times);
    }
}
