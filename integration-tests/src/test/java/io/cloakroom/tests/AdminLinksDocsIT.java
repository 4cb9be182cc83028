package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.pages.LinkPage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page about the admin API tells people to type, typed. */
class AdminLinksDocsIT extends CloakroomIT {

    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\"link\":\"([^\"]+)\"");

    private final TestRealm realm = realms.copy("admin-links-docs");
    private final AdminApi api = AdminApi.of(realm);

    @BeforeEach
    void tools() {
        boolean required = "true".equals(System.getenv("CI"));
        for (String tool : List.of("bash", "curl")) {
            assumeTrue(required || isOnThePath(tool), tool + " is not there to run what the docs say");
        }
    }

    @Test
    void the_commands_of_the_page_do_what_it_says() throws Exception {
        api.administrator("boss@example.com", "manage-users", "impersonation");
        List<String> commands = commands();
        assertThat(commands).hasSize(2);

        assertThat(run(commands.get(0))).contains("\"expiresAt\"").doesNotContain("\"link\"");
        String answer = run(commands.get(1));

        LinkPage.elsewhere(browser, Inbox.of("ada@example.com").lastLink())
                .submit()
                .page()
                .leftTo();
        Browser another = Browser.create();
        URI link = LINK.matcher(answer)
                .results()
                .map(found -> URI.create(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link in " + answer));
        LinkPage.elsewhere(another, link).submit().page().leftTo();
        assertThat(another.cookies()).containsKey("KEYCLOAK_IDENTITY");
    }

    private String run(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command).redirectErrorStream(true);
        shell.environment().put("KEYCLOAK", keycloak.baseUri().toString().replaceAll("/$", ""));
        shell.environment().put("REALM", realm.name());
        shell.environment().put("TOKEN", api.tokenOf("boss@example.com"));
        Process running = shell.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as("%s%n%s", command, said).isZero();
        return said;
    }

    private static List<String> commands() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("cloakroom.docs"), "admin-api.md"));
        return COMMANDS.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static boolean isOnThePath(String tool) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
