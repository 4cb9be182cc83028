package io.cloakroom.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a page tells people to type, typed in a shell of their own. */
public final class DocsCommands {

    private static final Path DOCS = Path.of(System.getProperty("cloakroom.docs"));
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");

    private final String text;
    private final Map<String, String> environment;

    private DocsCommands(String text, Map<String, String> environment) {
        this.text = text;
        this.environment = environment;
    }

    /** The page of that name, for people who have these variables in their shell. */
    public static DocsCommands of(String page, Map<String, String> environment) {
        require("bash");
        require("curl");
        try {
            return new DocsCommands(Files.readString(DOCS.resolve(page)), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test where that tool is not installed, unless CI asks for everything. */
    public static void require(String tool) {
        boolean required = "true".equals(System.getenv("CI"));
        assumeTrue(required || isOnThePath(tool), tool + " is not there to run what the docs say");
    }

    /** One section of the page alone. */
    public DocsCommands section(String heading) {
        return Arrays.stream(text.split("(?m)^## "))
                .filter(section -> section.startsWith(heading + "\n"))
                .findFirst()
                .map(section -> new DocsCommands(section, environment))
                .orElseThrow(() -> new AssertionError("No section " + heading));
    }

    /** In the order in which they stand there. */
    public List<String> commands() {
        return COMMANDS.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** The one of a console that begins so; nobody can run all that a console shows. */
    public String inConsole(String beginning) {
        return Pattern.compile("(?ms)^(" + Pattern.quote(beginning) + ".*?[^\\\\])\\n(?!  )")
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing begins with " + beginning));
    }

    /** The one that begins so and stands within a sentence. */
    public String withinText(String beginning) {
        return Pattern.compile("`(" + Pattern.quote(beginning) + "[^`]*)`")
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing begins with " + beginning));
    }

    /** What it says, if it succeeds; typed where the project lies. */
    public String run(String command) {
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command)
                .redirectErrorStream(true)
                .directory(DOCS.getParent().toFile());
        shell.environment().putAll(environment);
        try {
            Process running = shell.start();
            String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(running.waitFor()).as("%s%n%s", command, said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while running " + command, e);
        }
    }

    private static boolean isOnThePath(String tool) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
