package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "PT1M, 1, cloakroomMinutes",
        "PT90S, 1, cloakroomMinutes",
        "PT1H, 60, cloakroomMinutes",
        "PT1H59M59S, 119, cloakroomMinutes",
        "PT2H, 2, cloakroomHours",
        "PT24H, 24, cloakroomHours",
        "PT47H59M, 47, cloakroomHours",
        "P2D, 2, cloakroomDays",
        "P2DT1H, 49, cloakroomHours",
        "P7D, 7, cloakroomDays"
    })
    void reads_in_the_largest_unit_that_says_enough(Duration time, long count, String unit) {
        assertThat(Span.of(time)).isEqualTo(new Span(count, unit));
    }
}
