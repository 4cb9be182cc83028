package io.cloakroom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final Instant WHEN = Instant.parse("2026-11-22T09:00:00.123456Z");

    @Test
    void people_read_it_in_their_language_and_scripts_read_it_in_iso_8601() {
        Moment moment = Moment.of(WHEN, Locale.GERMAN);

        assertThat(moment.text()).isEqualTo("22.11.2026, 09:00 UTC");
        assertThat(moment.iso()).isEqualTo("2026-11-22T09:00:00Z");
    }

    /** A theme that has its own template of before prints it, or puts it into a message. */
    @Test
    void as_text_it_is_what_people_read() {
        assertThat(Moment.of(WHEN, Locale.ENGLISH)).hasToString(Moment.text(WHEN, Locale.ENGLISH));
    }
}
