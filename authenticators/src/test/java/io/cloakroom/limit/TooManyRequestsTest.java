package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TooManyRequestsTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "90, 90, 0", "91, 2, 1", "600, 10, 1", "5400, 90, 1", "5401, 2, 2", "86400, 24, 2"})
    void a_wait_reads_in_the_unit_that_fits_and_is_never_too_short(long seconds, long count, int unit) {
        assertThat(TooManyRequests.inUnits(seconds)).containsExactly(count, unit);
    }
}
