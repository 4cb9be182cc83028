package io.cloakroom.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.mail.SecurityNotice;
import io.cloakroom.theme.Bundle;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewsTest {

    /** Who has been shut out of the account by the change cannot "sign in" by a mailbox that no longer counts. */
    @Test
    void the_mailbox_that_no_longer_opens_the_account_gets_another_advice_than_the_one_that_does() {
        assertThat(News.ofAddress("ada@example.com").advice()).isEqualTo("cloakroomSecurityNoticeNotYou");
        assertThat(News.ofFormerAddress("ada@example.com").advice()).isEqualTo("cloakroomAddressNoticeFormer");
    }

    @Test
    void both_are_told_the_same_with_the_new_address_masked() {
        Stream.of(News.ofAddress("ada@example.com"), News.ofFormerAddress("ada@example.com"))
                .forEach(news -> assertThat(news)
                        .returns("cloakroomAddressNoticeHeading", SecurityNotice.News::heading)
                        .returns("cloakroomAddressNoticeIntro", SecurityNotice.News::intro)
                        .returns("a•••@example.com", said -> said.detail().apply(Locale.ENGLISH)));
    }

    @Test
    void there_are_words_in_every_language() {
        SecurityNotice.News news = News.ofFormerAddress("ada@example.com");

        assertThat(Bundle.languages())
                .allSatisfy(language -> assertThat(Bundle.of(language).texts())
                        .containsKeys(news.heading(), news.intro(), news.advice()));
    }
}
