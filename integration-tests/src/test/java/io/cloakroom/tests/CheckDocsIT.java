package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloakroom.tests.docs.ObservabilityPage;
import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check as administrators ask for it, with the commands of the page and the tool of the distribution. */
class CheckDocsIT extends CloakroomIT {

    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```shell\\n(.*?)^```$");
    private static final Path TOOLS = Path.of(System.getProperty("cloakroom.dist"), "bin");

    @TempDir
    private Path home;

    private final TestRealm realm = realms.copy("check-docs");

    @BeforeEach
    void tools() {
        boolean isThere = Files.isExecutable(Path.of("/bin/bash")) || Files.isExecutable(Path.of("/usr/bin/bash"));
        assumeTrue("true".equals(System.getenv("CI")) || isThere, "bash is not there to run what the docs say");
    }

    @Test
    void the_commands_of_the_page_do_what_it_says() throws Exception {
        AdminApi api = AdminApi.of(realm);
        api.administrator("boss@example.com", "realm-admin");
        run("kcadm.sh config credentials --server " + keycloak.baseUri() + " --realm " + realm.name()
                + " --client admin-cli --user boss@example.com --password \"an administrator's\"");
        List<String> commands = COMMANDS.matcher(ObservabilityPage.read("admin-api.md"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(command -> command.contains("cloakroom/check"))
                .toList();
        assertThat(commands).hasSize(2);

        String report = run(commands.get(0));
        run(commands.get(1));

        assertThat(report.lines().map(String::strip))
                .containsSubsequence(
                        "{", "\"findings\" : [ {", "\"check\" : \"smtp-connection-timeout\",", "\"level\" : \"note\",")
                .anyMatch(line -> line.startsWith("\"passed\" : [ \"smtp\", \"smtp-answer\", "));
        assertThat(report.indexOf("\"status\"")).isLessThan(report.indexOf("\"findings\""));
        Inbox.of("boss@example.com").awaitCount(1);
    }

    private String run(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command).redirectErrorStream(true);
        shell.environment().merge("PATH", TOOLS.toString(), (old, tools) -> tools + ":" + old);
        shell.environment().put("KC_OPTS", "-Duser.home=" + home);
        shell.environment().put("REALM", realm.name());
        Process running = shell.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as("%s%n%s", command, said).isZero();
        return said;
    }
}
