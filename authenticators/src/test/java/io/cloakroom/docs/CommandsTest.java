package io.cloakroom.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody runs each command that a page of ours tells people to type: a test that reads the page, or a workflow. */
class CommandsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path BLACK_BOX = ROOT.resolve("integration-tests/src/test/java/io/cloakroom/tests");

    private static final String TOOLS =
            "(?:mvn|kcadm\\.sh|kc\\.sh|docker|curl|jq|java|npm|gh|sha256sum|terraform|helm|kubectl)";
    private static final Pattern TYPED = Pattern.compile(
            "(?m)^```(?:bash|shell|console)\\n((?s:.*?))^```$|^ {4}(" + TOOLS + " .*)$|`(" + TOOLS + " [^`]+)`");

    /** The pages whose commands tests type: how many there are, and the tests. One more on a page is one that no test knows. */
    private static final Map<String, Typists> TYPED_BY_TESTS = Map.of(
            "admin-api.md", new Typists(6, List.of("AdminLinksDocsIT", "CheckDocsIT", "InstallDocsIT")),
            "branding.md", new Typists(1, List.of("BrandDocsIT")),
            "install.md", new Typists(10, List.of("InstallDocsIT")));

    /** What nobody runs, by its beginning, and why. */
    private static final Map<String, String> RUN_BY_NOBODY = Map.of(
            "mvn spotless:apply", "mends what mvn verify finds",
            "mvn -Pdemo", "does not end by itself; DemoIT starts what it starts",
            "mvn -Prelease deploy", "publishes",
            "npm install --ignore-scripts", "writes the lock file that CI installs from",
            "npm run update", "writes the file that CI compares",
            "gh attestation verify cloakroom-1.2.3.zip --repo cloakroom-io/cloakroom", "there is nothing published yet",
            "sha256sum --check --ignore-missing SHA256SUMS", "there is nothing published yet",
            "jq '{realm: \"my-realm\"",
                    "InstallDocsIT does; keycloak-config-cli below it is nothing that a build can download",
            "kc.sh build", "the script of every server that the tests start",
            "kcadm.sh config credentials", "without a server and a name it says nothing; the tests sign in with it");

    private static final Set<String> RUN_BY_CI = runByCi();
    private static final Set<String> RUN_BY_TESTS = runByTests();

    static List<Path> pages() throws IOException {
        return LinksTest.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void are_run(Path page) throws IOException {
        assertThat(commands(Files.readString(page)))
                .as("commands of %s that nothing runs", ROOT.relativize(page))
                .allMatch(command ->
                        RUN_BY_CI.contains(command) || RUN_BY_TESTS.contains(command) || isRunByNobody(command));
    }

    @Test
    void tests_read_the_pages_that_they_are_to_type() {
        TYPED_BY_TESTS.forEach((page, typists) -> assertThat(typists.tests())
                .allSatisfy(test ->
                        assertThat(read(BLACK_BOX.resolve(test + ".java"))).contains("\"" + page + "\"")));
    }

    @Test
    void tests_type_all_that_stands_on_their_pages() {
        TYPED_BY_TESTS.forEach((page, typists) -> assertThat(typed(page).filter(command -> !isRunByNobody(command)))
                .as(page)
                .hasSize(typists.commands()));
    }

    @Test
    void what_nobody_runs_is_still_said_somewhere() throws IOException {
        List<String> said =
                pages().stream().flatMap(page -> commands(read(page)).stream()).toList();

        assertThat(RUN_BY_NOBODY.keySet())
                .allMatch(beginning -> said.stream().anyMatch(command -> command.startsWith(beginning)));
    }

    private static Set<String> runByCi() {
        try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
            return Stream.concat(files, Stream.of(ROOT.resolve(".ci/run")))
                    .flatMap(file -> read(file).lines())
                    .map(line -> line.strip().replaceFirst("^- (run: )?|^run: ", ""))
                    .map(CommandsTest::normal)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> runByTests() {
        return TYPED_BY_TESTS.keySet().stream().flatMap(CommandsTest::typed).collect(Collectors.toSet());
    }

    private static Stream<String> typed(String page) {
        return commands(read(ROOT.resolve("docs").resolve(page)).replace("```console", "```text")).stream();
    }

    private static boolean isRunByNobody(String command) {
        return RUN_BY_NOBODY.keySet().stream().anyMatch(command::startsWith);
    }

    private static List<String> commands(String page) {
        return TYPED.matcher(page)
                .results()
                .map(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow())
                .map(CommandsTest::normal)
                .toList();
    }

    /** Without what differs for a reader and a machine: line breaks, Maven's quietness, waiting, and which realm or version. */
    private static String normal(String command) {
        return command.replace("\\\n", " ")
                .replaceAll("\\s+", " ")
                .replace("mvn -B -ntp", "mvn")
                .replace(" -DskipTests", "")
                .replace(" --detach --wait --wait-timeout 300", "")
                .replace("\"$REALM\"", "REALM")
                .replaceAll("-Dkeycloak\\.server=\\S+", "-Dkeycloak.server=VERSION")
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Who types a page.
     *
     * @param commands how many they type
     * @param tests the tests
     */
    private record Typists(int commands, List<String> tests) {}
}
