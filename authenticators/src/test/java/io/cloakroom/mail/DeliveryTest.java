package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.limit.Network;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void a_letter_for_members_only_waits_longer_than_an_answer_takes_and_nobody_knows_how_long() {
        List<Duration> rests = Stream.generate(DeliveryTest::toMembersOnly)
                .limit(100)
                .map(Delivery::rest)
                .toList();

        assertThat(rests).allMatch(rest -> rest.toMillis() >= 1000 && rest.toMillis() < 2000);
        assertThat(rests.stream().distinct()).hasSizeGreaterThan(50);
    }

    private static Delivery toMembersOnly() {
        URI page = URI.create("https://id.example.com/");
        MailRequest request = new MailRequest(
                "realm", "app", "en", "", Instant.EPOCH, Optional.empty(), "login", "tab", new Network("", ""));
        return new Delivery(
                new ResetLetter(
                        "ada", null, new ResetLetter.Destination(page, page, "login"), request, Duration.ofHours(1)),
                Reception.NONE);
    }
}
