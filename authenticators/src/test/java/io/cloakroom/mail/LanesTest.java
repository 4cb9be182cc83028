package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanesTest {

    private static final String AWAY = "realm whose mail server is away";
    private static final String OTHER = "another realm";

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    private final Lanes lanes = new Lanes(8, nanos::get);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "4, 3", "8, 6", "1000, 750"})
    void one_realm_has_three_quarters_of_the_places(int capacity, int share) {
        Lanes some = new Lanes(capacity, nanos::get);

        assertThat(IntStream.range(0, capacity).filter(i -> some.enter(AWAY)).count())
                .isEqualTo(share);
        assertThat(IntStream.range(0, capacity).filter(i -> some.enter(OTHER)).count())
                .isEqualTo(capacity - share);
        assertThat(some.taken()).isEqualTo(capacity);
        some.leave(AWAY);
        assertThat(some.enter(OTHER)).isTrue();
    }

    @Test
    void nobody_waits_for_a_server_that_answers() {
        lanes.enter(OTHER);

        lanes.answered(OTHER, Outcome.TRY_AGAIN);

        assertThat(lanes.closedFor(OTHER)).isZero();
        assertThat(lanes.closedFor(OTHER)).isZero();
    }

    @Test
    void while_a_server_is_away_one_letter_after_the_other_asks_and_waits_grow() {
        lanes.enter(AWAY);
        lanes.answered(AWAY, Outcome.AWAY);
        // It was sent before the first one came back: no news.
        lanes.answered(AWAY, Outcome.AWAY);

        for (int seconds : new int[] {2, 10, 30, 30}) {
            assertThat(lanes.closedFor(AWAY))
                    .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1000 + 1));
            pass(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(lanes.closedFor(AWAY)).isEqualTo(Duration.ofMillis(1));
            pass(Duration.ofNanos(1));
            assertThat(lanes.closedFor(AWAY)).isZero();
            assertThat(lanes.closedFor(AWAY)).isEqualTo(Duration.ofSeconds(2));
            pass(Duration.ofMinutes(1));
            assertThat(lanes.closedFor(AWAY)).isEqualTo(Duration.ofSeconds(2));
            lanes.answered(AWAY, Outcome.AWAY);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "REFUSED", "TRY_AGAIN"})
    void whatever_the_server_answers_opens_the_way(Outcome outcome) {
        close();
        assertThat(lanes.closedFor(AWAY)).isZero();

        lanes.answered(AWAY, outcome);

        assertThat(lanes.closedFor(AWAY)).isZero();
        assertThat(lanes.closedFor(AWAY)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "DEFECT"})
    void a_letter_that_could_not_be_written_has_not_asked(Outcome outcome) {
        close();
        assertThat(lanes.closedFor(AWAY)).isZero();

        lanes.answered(AWAY, outcome);

        assertThat(lanes.closedFor(AWAY)).isZero();
        assertThat(lanes.closedFor(AWAY)).isPositive();
    }

    @Test
    void other_realms_have_their_own_way() {
        lanes.enter(AWAY);
        lanes.enter(OTHER);

        lanes.answered(AWAY, Outcome.AWAY);

        assertThat(lanes.closedFor(AWAY)).isPositive();
        assertThat(lanes.closedFor(OTHER)).isZero();
    }

    @Test
    void a_realm_is_forgotten_with_its_last_letter() {
        lanes.enter(AWAY);
        lanes.enter(AWAY);
        lanes.answered(AWAY, Outcome.AWAY);
        lanes.leave(AWAY);
        assertThat(lanes.closedFor(AWAY)).isPositive();

        lanes.leave(AWAY);
        lanes.enter(AWAY);

        assertThat(lanes.closedFor(AWAY)).isZero();
    }

    /** Until somebody may ask again. */
    private void close() {
        lanes.enter(AWAY);
        lanes.answered(AWAY, Outcome.AWAY);
        pass(Duration.ofSeconds(2));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
