package io.cloakroom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedNameTest {

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.com, ada@example.com",
        "' ada@example.com ', ada@example.com",
        "ADA, ada",
        "' Ada ', ada",
        "\uFF21\uFF44\uFF41, ada"
    })
    void spellings_of_one_name_share_a_budget(String typed, String other) {
        assertThat(TypedName.limitKey(typed)).isEqualTo(TypedName.limitKey(other));
    }

    @Test
    void names_that_differ_do_not() {
        assertThat(TypedName.limitKey("ada")).isNotEqualTo(TypedName.limitKey("eda"));
        assertThat(TypedName.limitKey("ada")).isNotEqualTo(TypedName.limitKey("ada@example.com"));
    }

    @Test
    void nothing_is_nothing_and_a_flood_of_letters_is_bounded() {
        assertThat(TypedName.limitKey("  ")).isEmpty();
        assertThat(TypedName.limitKey("x".repeat(100_000))).hasSize(255);
    }
}
