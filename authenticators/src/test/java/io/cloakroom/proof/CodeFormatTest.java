package io.cloakroom.proof;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloakroom.flow.InvalidSettingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFormatTest {

    @ParameterizedTest
    @CsvSource({"DIGITS, 6", "ALPHANUMERIC, 4", "UNAMBIGUOUS, 4", "UNAMBIGUOUS, 8"})
    void takes_what_holds_as_much_as_six_digits(CodeAlphabet alphabet, int length) {
        assertThatCode(() -> new CodeFormat(alphabet, length)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"DIGITS, 5", "DIGITS, 4", "ALPHANUMERIC, 3", "UNAMBIGUOUS, 3"})
    void refuses_what_could_be_guessed(CodeAlphabet alphabet, int length) {
        assertThatThrownBy(() -> new CodeFormat(alphabet, length))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("codeLength")
                .hasMessageContaining("codeAlphabet");
    }
}
