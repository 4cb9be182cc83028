package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

    @ParameterizedTest
    @MethodSource("io.cloakroom.theme.Bundle#languages")
    void every_language_says_everything_with_the_same_placeholders(String language) {
        assertThat(placeholders(Bundle.of(language))).isEqualTo(placeholders(Bundle.of("en")));
    }

    @ParameterizedTest
    @MethodSource("io.cloakroom.theme.Bundle#languages")
    void no_message_loses_text_to_an_unpaired_quote(String language) {
        Bundle.of(language)
                .texts()
                .forEach((key, text) -> assertThat(MessageFormat.format(text, "a", "b"))
                        .as(key)
                        .doesNotContain("{", "}")
                        .hasSizeGreaterThan(1));
    }

    private static Map<String, String> placeholders(Bundle bundle) {
        Map<String, String> found = new TreeMap<>();
        bundle.texts()
                .forEach((key, text) -> found.put(
                        key,
                        PLACEHOLDER
                                .matcher(text)
                                .results()
                                .map(match -> match.group(1))
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining(","))));
        return found;
    }
}
