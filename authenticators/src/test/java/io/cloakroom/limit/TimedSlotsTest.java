package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

class TimedSlotsTest {

    private final MemoryStore store = new MemoryStore();

    @AfterEach
    void return_to_the_present() {
        Time.setOffset(0);
    }

    /** 3000 and a few for the time that the test itself takes; slots of a whole millisecond would be 5000. */
    @Test
    void half_a_window_brings_half_of_the_permits_where_slots_do_not_come_out_even() {
        TimedSlots slots = slots("6000/10s");
        for (int i = 0; i < 6000; i++) {
            assertThat(slots.take()).isPresent();
        }

        Time.setOffset(5);

        int more = 0;
        while (slots.take().isPresent()) {
            more++;
        }
        assertThat(more).isBetween(3000, 4000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000/199s", "100000/100s", "100000/7d", "101/1s", "700/1s", "101/7d"})
    void whoever_is_refused_waits_for_one_slot_at_most(String notation) {
        Allowance allowance = Allowance.parse(notation);
        long longest = allowance.window().toMillis() / allowance.permits() + 1;

        for (int i = 0; i < 1000; i++) {
            assertThat(slots(notation).untilRoom().millis()).isBetween(1L, longest);
        }
    }

    /** As they are stored: a node that is newer counts on with what an older one has counted. */
    @ParameterizedTest
    @CsvSource({
        "12000/5m, 25",
        "1200/5m, 250",
        "6000/1h, 600",
        "120/1h, 30000",
        "320/1d, 270000",
        "500/5m, 600",
        "2000/1h, 1800"
    })
    void slots_that_come_out_even_are_numbered_by_their_length(String notation, long millis) {
        long before = Time.currentTimeMillis();
        String oldest = slots(notation).take().orElseThrow();
        long after = Time.currentTimeMillis();

        long newest = Long.parseLong(oldest.substring("window.".length()))
                + Allowance.parse(notation).permits()
                - 1;
        assertThat(newest).isBetween(before / millis, after / millis);
    }

    private TimedSlots slots(String notation) {
        return new TimedSlots(store, "window.", Allowance.parse(notation));
    }
}
