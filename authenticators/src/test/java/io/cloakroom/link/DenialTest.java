package io.cloakroom.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DenialTest {

    @Test
    void for_a_day_after_its_code_has_expired_a_mail_can_undo_what_came_of_it() {
        assertThat(expiredFor(Duration.ofMinutes(-15)).isRecent()).isTrue();
        assertThat(expiredFor(Duration.ofHours(23)).isRecent()).isTrue();
        assertThat(expiredFor(Duration.ofHours(25)).isRecent()).isFalse();
        assertThat(expiredFor(Duration.ofDays(400)).isRecent()).isFalse();
    }

    private static Denial expiredFor(Duration since) {
        return new Denial("proof-1", "ada", Instant.now().minus(since));
    }
}
