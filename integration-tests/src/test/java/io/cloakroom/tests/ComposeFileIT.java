package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the files in {@code docker/} say more than once. */
class ComposeFileIT {

    private static final Path DOCKER = Path.of(System.getProperty("cloakroom.docker"));
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^(\\w+)=(.*)$");
    private static final Pattern ARGUMENT = Pattern.compile("(?m)^ARG (KEYCLOAK_\\w+)=(.*)$");
    private static final Pattern BUILT_AGAINST = Pattern.compile("<(keycloak.version)>(.*)</keycloak.version>");

    @Test
    void each_variable_is_in_the_example_with_the_default_that_it_has() throws IOException {
        assertThat(pairs(VARIABLE, "compose.yaml")).isNotEmpty().isEqualTo(pairs(EXAMPLE, ".env.example"));
    }

    @Test
    void every_variable_has_a_default() throws IOException {
        String compose = Files.readString(DOCKER.resolve("compose.yaml"));

        assertThat(VARIABLE.matcher(compose).replaceAll("")).doesNotContain("${");
    }

    @Test
    void the_image_is_built_on_what_the_jars_were_built_against() throws IOException {
        Map<String, String> arguments = pairs(ARGUMENT, "Dockerfile");

        assertThat(pairs(VARIABLE, "compose.yaml")).containsAllEntriesOf(arguments);
        assertThat(arguments.get("KEYCLOAK_VERSION"))
                .isEqualTo(pairs(BUILT_AGAINST, "../pom.xml").get("keycloak.version"));
    }

    private static Map<String, String> pairs(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(DOCKER.resolve(file)))
                .results()
                .map(ComposeFileIT::pair)
                .distinct()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<String, String> pair(MatchResult match) {
        return Map.entry(match.group(1), match.group(2));
    }
}
