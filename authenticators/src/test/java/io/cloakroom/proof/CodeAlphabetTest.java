package io.cloakroom.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeAlphabetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB01-CDVZ",
                "ab01cdvz",
                " ab01 cdvz ",
                "a-b-0-1-c-d-v-z",
                "AB01\u2013CDVZ",
                "AB01\u00ADCDVZ",
                "ABO1CDVZ",
                "abolcduz",
                "ABOICDVZ",
                "\uFF21\uFF22\uFF10\uFF11\uFF0D\uFF23\uFF24\uFF36\uFF3A",
                "AB\u0660\u0661CDVZ",
                "\u200BAB01CDVZ"
            })
    void a_code_is_read_however_it_is_typed(String typed) {
        assertThat(CodeAlphabet.UNAMBIGUOUS.read(typed)).isEqualTo("AB01CDVZ");
    }

    @Test
    void nothing_is_forgiven_where_every_letter_is_itself() {
        assertThat(CodeAlphabet.ALPHANUMERIC.read("abo-1lu")).isEqualTo("ABO1LU");
    }

    @Test
    void digits_are_digits_in_every_script() {
        assertThat(CodeAlphabet.DIGITS.read("12\u0663\u0664 O5l")).isEqualTo("1234051");
    }

    @ParameterizedTest
    @EnumSource
    void a_code_reads_back_as_itself(CodeAlphabet alphabet) {
        IntStream.range(0, 1000).mapToObj(i -> alphabet.newCode(8)).forEach(code -> {
            assertThat(code).hasSize(8);
            assertThat(alphabet.read(CodeAlphabet.grouped(code))).isEqualTo(code);
        });
    }

    @Test
    void every_character_comes_up_as_often_as_any_other() {
        int[] counts = new int[128];
        CodeAlphabet.UNAMBIGUOUS.newCode(320_000).chars().forEach(c -> counts[c]++);

        // 10,000 each; a standard deviation of 98, so six of them is a one-in-a-hundred-million miss.
        assertThat(IntStream.of(counts).filter(count -> count > 0))
                .hasSize(32)
                .allMatch(n -> Math.abs(n - 10_000) < 600);
    }

    @ParameterizedTest
    @CsvSource({"ABCDEFGH, ABCD-EFGH", "ABCDEF, ABCD-EF", "ABCD, ABCD", "ABCDEFGHJ, ABCD-EFGH-J"})
    void a_code_is_shown_in_groups_of_four(String code, String grouped) {
        assertThat(CodeAlphabet.grouped(code)).isEqualTo(grouped);
    }
}
