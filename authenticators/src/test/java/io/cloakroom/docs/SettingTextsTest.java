package io.cloakroom.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.theme.Bundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;

/** What administrators read about a setting, in each language. */
class SettingTextsTest {

    @ParameterizedTest
    @MethodSource("io.cloakroom.theme.Bundle#languages")
    void every_setting_has_a_label_and_a_help_that_calls_choices_by_their_names(String language) {
        Map<String, String> english = Bundle.of("en").texts();
        Map<String, String> texts = Bundle.of(language).texts();
        settings().forEach(setting -> {
            List<String> named = Optional.ofNullable(setting.getOptions()).orElse(List.of()).stream()
                    .filter(choice -> english.get(setting.getHelpText()).contains(choice + ":"))
                    .toList();
            assertThat(texts).containsKeys(setting.getLabel(), setting.getHelpText());
            assertThat(named).allMatch(texts.get(setting.getHelpText())::contains);
        });
    }

    private static Stream<ProviderConfigProperty> settings() {
        return ConfigurationPageTest.steps()
                .flatMap(step -> step.getConfigProperties().stream())
                .filter(setting -> !isOfKeycloak(setting));
    }

    /** A guarded step has what the step has that it guards. */
    private static boolean isOfKeycloak(ProviderConfigProperty setting) {
        return !setting.getLabel().startsWith("cloakroom");
    }
}
