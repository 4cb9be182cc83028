package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.docs.DocsCommands;
import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.pages.LinkPage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about the admin API tells people to type, typed. */
class AdminLinksDocsIT extends CloakroomIT {

    private static final Pattern LINK = Pattern.compile("\"link\":\"([^\"]+)\"");

    private final TestRealm realm = realms.copy("admin-links-docs");
    private final AdminApi api = AdminApi.of(realm);

    @Test
    void the_commands_of_the_page_do_what_it_says() {
        api.administrator("boss@example.com", "manage-users", "impersonation");
        DocsCommands page = DocsCommands.of(
                        "admin-api.md",
                        Map.of(
                                "KEYCLOAK", keycloak.baseUri().toString().replaceAll("/$", ""),
                                "REALM", realm.name(),
                                "TOKEN", api.tokenOf("boss@example.com")))
                .section("Sign-in links");
        List<String> commands = page.commands();
        assertThat(commands).hasSize(2);

        assertThat(page.run(commands.get(0))).contains("\"expiresAt\"").doesNotContain("\"link\"");
        String answer = page.run(commands.get(1));

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
}
