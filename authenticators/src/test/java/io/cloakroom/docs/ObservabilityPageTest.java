package io.cloakroom.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.limit.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about observability leaves out nothing that our code may tell; the rest is compared with a running server. */
class ObservabilityPageTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern DETAIL = Pattern.compile("\"(cloakroom_\\w+)\"");
    private static final Pattern SCOPES = Pattern.compile("`cloakroom_refusals_total`[^\n]*`scope`: ([^|]+)");
    private static final Pattern ID = Pattern.compile("`([a-z-]+)`");
    private static final Pattern WORD = Pattern.compile("`(cloakroom_\\w+)`");

    @Test
    void lists_every_detail_of_an_event() throws IOException {
        assertThat(found(WORD, section("details"))).isEqualTo(found(DETAIL, sources()));
    }

    @Test
    void lists_every_limit_that_refuses_and_says_who_meets_it() throws IOException {
        Set<String> scopes = Stream.of(Scope.values())
                .filter(Scope::refuses)
                .map(Scope::id)
                .collect(Collectors.toCollection(TreeSet::new));
        String row = found(SCOPES, section("metrics")).iterator().next();
        String table = page().split("### Scopes of refusals\n", 2)[1].split("\n#", 2)[0];
        String firstColumn = table.lines()
                .filter(line -> line.startsWith("| `") && !line.startsWith("| `scope`"))
                .map(line -> line.split("\\|", 3)[1])
                .collect(Collectors.joining());

        assertThat(found(ID, row)).isEqualTo(scopes);
        assertThat(found(ID, firstColumn)).isEqualTo(scopes);
    }

    private static String section(String name) throws IOException {
        return page().split("<!-- " + name + " -->\n", 2)[1].split("<!-- end -->", 2)[0];
    }

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("cloakroom.docs"), "observability.md"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ObservabilityPageTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
