package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;

class MessagesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String THEME = "/theme/base/login/messages";

    /** Keycloak finds its own files by the script and those of extensions by the country that realms are set to. */
    private static final Map<String, String> CHINESE = Map.of("zh_Hans", "zh_CN", "zh_Hant", "zh_TW");

    /** English texts that are right in these languages, too. */
    private static final Map<String, Set<String>> SHARED = Map.of(
            "Passkey", Set.of("ca", "de", "es", "eu", "id", "it", "ka", "nl", "sv", "vi"),
            "App", Set.of("da", "de", "nl", "no", "sv"),
            "App: {0}", Set.of("da", "de", "nl", "no", "sv"),
            "Browser: {0}", Set.of("da", "de", "it", "nl", "ro"),
            "Email", Set.of("el", "it", "pt_BR", "vi"),
            "Account", Set.of("it", "nl"),
            "Password", Set.of("it"),
            "Privacy", Set.of("it", "nl"),
            "Service", Set.of("fr"),
            "Role", Set.of("cs"));

    /** Steps that nobody chooses between: they ask for nothing, or stand in a reset, which knows one way. */
    private static final Set<String> UNCHOSEN =
            Set.of("cloakroom-level", "cloakroom-rate-limit", "cloakroom-reset-choose-user", "cloakroom-reset-email");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern ENGLISH = Pattern.compile("\\b(?i:the|your|this|with|from|which)\\b");

    @Test
    void every_language_of_keycloaks_login_pages_is_there() throws IOException, URISyntaxException {
        URI theme =
                Objects.requireNonNull(MessagesTest.class.getResource(THEME)).toURI();
        try (FileSystem jar = FileSystems.newFileSystem(theme, Map.of());
                Stream<Path> files = Files.list(jar.getPath(THEME))) {
            assertThat(Bundle.languages())
                    .containsExactlyInAnyOrderElementsOf(files.map(Bundle::language)
                            .map(language -> CHINESE.getOrDefault(language, language))
                            .toList());
        }
    }

    /** Keycloak names a step by its credential where it has one, and by two keys where it has none. */
    @Test
    void every_step_that_may_stand_beside_others_has_a_name() {
        Map<String, String> english = Bundle.of("en").texts();
        List<String> steps = ServiceLoader.load(AuthenticatorFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.getId().startsWith("cloakroom-"))
                .filter(factory -> !(factory instanceof ConditionalAuthenticatorFactory))
                .filter(factory -> !UNCHOSEN.contains(factory.getId()))
                .filter(factory -> !(factory.create(null) instanceof CredentialValidator))
                .map(AuthenticatorFactory::getId)
                .toList();

        assertThat(steps)
                .contains("cloakroom-email-otp", "cloakroom-username-password-form")
                .allSatisfy(step -> assertThat(english).containsKeys(step + "-display-name", step + "-help-text"));
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void every_language_says_everything_with_the_same_placeholders(String language) {
        assertThat(placeholders(Bundle.of(language))).isEqualTo(placeholders(Bundle.of("en")));
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void no_message_loses_text_to_an_unpaired_quote(String language) {
        formatted(language).forEach((key, text) -> {
            String shown = new MessageFormat(text).format(new Object[] {7, 1});
            assertThat(shown).as(key).isNotBlank().doesNotContain("{", "}");
            assertThat(shown.chars().filter(c -> c == '\'').count())
                    .as(key)
                    .isEqualTo(Pattern.compile("''").matcher(text).results().count());
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void every_wait_is_told_in_seconds_minutes_and_hours(String language) {
        formatted(language).forEach((key, text) -> {
            if (text.contains("{1,")) {
                List<String> waits = Stream.of(0, 1, 2)
                        .map(unit -> new MessageFormat(text).format(new Object[] {37, unit}))
                        .toList();
                assertThat(waits).as(key).doesNotHaveDuplicates().allMatch(wait -> wait.contains("37"));
            }
        });
    }

    /** The admin console takes them as they are. */
    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_text_of_a_setting_has_nothing_to_format(String language) {
        settings(language).forEach((key, text) -> assertThat(text).as(key).doesNotContain("'", "{", "}"));
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void no_english_is_left_standing(String language) {
        Bundle.of(language).texts().forEach((key, text) -> {
            if (!language.equals("en")) {
                assertThat(ENGLISH.matcher(text).find()).as(key + "=" + text).isFalse();
            }
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void no_text_is_the_english_one_but_for_words_that_a_language_shares(String language) {
        Map<String, String> english = Bundle.of("en").texts();
        Bundle.of(language).texts().forEach((key, text) -> {
            boolean same = text.equals(english.get(key)) && LETTER.matcher(text).find();
            if (same && !language.equals("en")) {
                assertThat(SHARED.getOrDefault(text, Set.of()))
                        .as(key + "=" + text)
                        .contains(language);
            }
        });
    }

    private static Map<String, String> formatted(String language) {
        Map<String, String> texts = new TreeMap<>(Bundle.of(language).texts());
        texts.keySet().removeIf(MessagesTest::isSetting);
        return texts;
    }

    private static Map<String, String> settings(String language) {
        Map<String, String> texts = new TreeMap<>(Bundle.of(language).texts());
        texts.keySet().removeIf(key -> !isSetting(key));
        return texts;
    }

    private static boolean isSetting(String key) {
        return key.startsWith("cloakroomSetting");
    }

    private static Map<String, List<String>> placeholders(Bundle bundle) {
        Map<String, List<String>> found = new TreeMap<>();
        bundle.texts()
                .forEach((key, text) -> found.put(
                        key,
                        PLACEHOLDER
                                .matcher(text)
                                .results()
                                .map(match -> match.group(1))
                                .sorted()
                                .toList()));
        return found;
    }
}
