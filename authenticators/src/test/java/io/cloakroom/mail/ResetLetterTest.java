package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.limit.Network;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResetLetterTest {

    private static final Instant ASKED_AT = Instant.parse("2026-11-21T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT5M, PT5M", "PT1H, PT1H", "PT12H, PT1H", "P30D, PT1H"})
    void a_link_may_live_for_days_and_its_mail_waits_for_an_hour_at_most(Duration lifespan, Duration patience) {
        URI page = URI.create("https://id.example.com/");
        MailRequest request = new MailRequest(
                "realm", "app", "en", "", ASKED_AT, Optional.empty(), "login", "tab", new Network("", ""));
        ResetLetter letter =
                new ResetLetter("ada", null, new ResetLetter.Destination(page, page, "login"), request, lifespan);

        assertThat(letter.expiresAt()).isEqualTo(ASKED_AT.plus(lifespan));
        assertThat(letter.deliverableUntil()).isEqualTo(ASKED_AT.plus(patience));
    }
}
