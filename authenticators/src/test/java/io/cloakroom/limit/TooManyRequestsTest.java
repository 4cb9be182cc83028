package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TooManyRequestsTest {

    @ParameterizedTest
    @CsvSource({"1, 1 s", "90, 90 s", "91, 2 min", "600, 10 min", "5400, 90 min", "5401, 2 h", "86400, 24 h"})
    void a_wait_reads_in_the_unit_that_fits_and_is_never_too_short(long seconds, String text) {
        assertThat(TooManyRequests.inUnits(seconds)).isEqualTo(text);
    }
}
