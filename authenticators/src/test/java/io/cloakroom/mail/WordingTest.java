package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void a_name_is_words_on_one_line() {
        assertThat(Wording.name(" Demo\r\n\r\nhttps://evil.example\n\tapp\u2028 "))
                .isEqualTo("Demo https://evil.example app");
        assertThat(Wording.name("Demo \u202eppa\u2066")).isEqualTo("Demo ppa");
        assertThat(Wording.name("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
    }

    @Test
    void a_name_is_not_longer_than_anybody_reads() {
        assertThat(Wording.name("x".repeat(80))).hasSize(80);
        assertThat(Wording.name("x".repeat(255))).isEqualTo("x".repeat(79) + "…");
        assertThat(Wording.name("\uD83E\uDDE5".repeat(81))).isEqualTo("\uD83E\uDDE5".repeat(79) + "…");
    }
}
