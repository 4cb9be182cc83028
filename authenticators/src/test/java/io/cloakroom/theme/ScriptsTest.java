package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts come as modules of our own origin, so that none keeps a page from being shown and none stands in a page. */
class ScriptsTest {

    private static final Path THEME = Path.of("../themes/src/main/resources/theme/cloakroom");
    private static final Pattern SCRIPT = Pattern.compile("<script.*?</script>", Pattern.DOTALL);
    private static final Pattern HANDLER = Pattern.compile("\\son\\w+\\s*=|javascript:");

    static List<Path> templates() throws IOException {
        List<Path> templates = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/main/resources/theme-resources/templates"), THEME)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".ftl")).forEach(templates::add);
            }
        }
        return templates;
    }

    @ParameterizedTest
    @MethodSource("templates")
    void are_no_part_of_a_template(Path template) throws IOException {
        String text = Files.readString(template);

        assertThat(SCRIPT.matcher(text).results().map(MatchResult::group))
                .allMatch(
                        script -> script.matches(
                                "<script type=\"module\" src=\"\\$\\{url\\.resourcesPath}/js/\\$\\{name}\\.js\\?v=\\$\\{release}\"></script>"));
        assertThat(text).doesNotContainPattern(HANDLER);
    }

    /** Keycloak writes those of a theme in a form for which the browser waits. */
    @Test
    void are_no_part_of_the_theme() throws IOException {
        assertThat(Files.readString(THEME.resolve("login/theme.properties"))).doesNotContainPattern("(?m)^scripts");
    }
}
