package io.cloakroom.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.mail.SecurityNotice;
import io.cloakroom.theme.Bundle;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.Event;
import org.keycloak.models.UserModel;

class RecoveryNewsTest {

    private static final UserModel ADA = (UserModel) Proxy.newProxyInstance(
            UserModel.class.getClassLoader(), new Class<?>[] {UserModel.class}, (proxy, method, arguments) -> "ada");

    private static final Instant READY_AT = Instant.parse("2026-11-22T09:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"started", "stopped", "completed", "recovered"})
    void every_turn_of_a_recovery_has_words_in_every_language(String what) {
        SecurityNotice.News news = news(what);

        Bundle.languages()
                .forEach(language -> assertThat(Bundle.of(language).texts())
                        .containsKeys(news.heading(), news.intro(), news.advice()));
    }

    @Test
    void a_recovery_that_waits_can_be_stopped_as_long_as_it_can_be_completed() {
        assertThat(news("started").stop())
                .hasFieldOrPropertyWithValue("proofId", "request-1")
                .hasFieldOrPropertyWithValue("userId", "ada")
                .hasFieldOrPropertyWithValue("expiresAt", READY_AT.plusSeconds(3600));
        assertThat(news("stopped").stop()).isNull();
        assertThat(news("completed").stop()).isNull();
        assertThat(news("recovered").stop()).isNull();
    }

    @Test
    void the_time_is_written_as_the_language_of_the_mail_writes_it() {
        assertThat(news("started").detail().apply(Locale.GERMAN)).isEqualTo("22.11.2026, 09:00 UTC");
        assertThat(news("started").detail().apply(Locale.ENGLISH)).startsWith("Nov 22, 2026");
    }

    @Test
    void other_events_are_no_news_of_a_recovery() {
        assertThat(RecoveryNews.of(ADA, new Event())).isEmpty();
        assertThat(RecoveryNews.of(ADA, event("began"))).isEmpty();
    }

    private static SecurityNotice.News news(String what) {
        return RecoveryNews.of(ADA, event(what)).orElseThrow();
    }

    private static Event event(String what) {
        Event event = new Event();
        event.setDetails(Map.of(
                "cloakroom_recovery",
                what,
                "cloakroom_recovery_id",
                "request-1",
                "cloakroom_ready_at",
                READY_AT.toString(),
                "cloakroom_expires_at",
                READY_AT.plusSeconds(3600).toString()));
        return event;
    }
}
