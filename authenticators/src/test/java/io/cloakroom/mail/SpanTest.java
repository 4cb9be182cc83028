package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "PT1M, 1, cloakroomInvitationMinutes",
        "PT90S, 1, cloakroomInvitationMinutes",
        "PT1H, 60, cloakroomInvitationMinutes",
        "PT1H59M59S, 119, cloakroomInvitationMinutes",
        "PT2H, 2, cloakroomInvitationHours",
        "PT24H, 24, cloakroomInvitationHours",
        "PT47H59M, 47, cloakroomInvitationHours",
        "P2D, 2, cloakroomInvitationDays",
        "P2DT1H, 49, cloakroomInvitationHours",
        "P7D, 7, cloakroomInvitationDays"
    })
    void reads_in_the_largest_unit_that_says_enough(Duration time, long count, String unit) {
        assertThat(Span.of(time)).isEqualTo(new Span(count, unit));
    }
}
