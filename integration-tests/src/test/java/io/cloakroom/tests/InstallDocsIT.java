package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.docs.DocsCommands;
import io.cloakroom.tests.keycloak.AdminCli;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.FlowsApi;
import io.cloakroom.tests.keycloak.StockRealm;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

/** What the pages tell people to type to install our flows, typed: into Keycloak's own command line tool, and curl. */
class InstallDocsIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("install-docs", StockRealm::withoutUs);
    private final FlowsApi api = FlowsApi.of(keycloak, realm);

    @Test
    void the_commands_of_the_page_do_what_it_says() {
        try (AdminCli cli = AdminCli.signedIn(keycloak)) {
            String before = api.export();
            DocsCommands page = page("install.md", cli);
            List<String> there = page.section("One command").commands();
            List<String> back = page.section("Back again").commands();
            assertThat(there).hasSize(4);
            assertThat(back).hasSize(2);

            assertThat(page.run(there.get(0))).contains("\"dryRun\" : true", "\"created\"", "\"bound\"");
            assertThat(api.export()).isEqualTo(before);
            assertThat(page.run(there.get(1))).contains("\"created\"").doesNotContain("\"bound\"");
            assertThat(browserFlow()).isEqualTo("browser");
            assertThat(page.run(there.get(2))).contains("\"bound\"").doesNotContain("\"created\"");
            assertThat(browserFlow()).isEqualTo("cloakroom browser");
            assertThat(page.run(there.get(3))).contains("\"unchanged\"").doesNotContain("\"created\"", "\"bound\"");
            assertThat(page.run(back.get(0))).contains("\"dryRun\" : true", "\"removed\"");
            assertThat(browserFlow()).isEqualTo("cloakroom browser");
            assertThat(page.run(back.get(1))).contains("\"dryRun\" : false", "\"removed\"");
            assertThat(api.export()).isEqualTo(before);
        }
    }

    /** In a test of its own: what kcadm updates gets attributes that Keycloak writes beside. */
    @Test
    void the_flow_that_takes_passwords_is_bound_as_the_page_says() {
        try (AdminCli cli = AdminCli.signedIn(keycloak)) {
            DocsCommands page = page("install.md", cli);
            page.run(page.section("One command").commands().get(1));

            page.run(page.withinText("kcadm.sh update realms/").replace("REALM", realm.name()));

            assertThat(browserFlow()).isEqualTo("cloakroom browser with password");
            realm.user("pat@example.com", user -> user.setCredentials(List.of(Credentials.password("right"))));
            assertThat(browser.open(DemoApp.of(realm.issuer()))
                            .submit("pat@example.com", "right")
                            .signedIn()
                            .idToken()
                            .email())
                    .isEqualTo("pat@example.com");
        }
    }

    @Test
    void accounts_whose_address_nobody_has_verified_are_found_and_marked_as_the_page_says() {
        realm.user("verified@example.com");
        String unverified = realm.user("unverified@example.com", user -> user.setEmailVerified(false))
                .toRepresentation()
                .getId();
        try (AdminCli cli = AdminCli.signedIn(keycloak)) {
            DocsCommands page = page("install.md", cli);
            List<String> commands = page.section("Before you bind").commands();
            assertThat(commands).hasSize(3);

            int before = Integer.parseInt(page.run(commands.get(0)).strip());
            assertThat(page.run(commands.get(1)))
                    .contains(unverified, "unverified@example.com")
                    .doesNotContain("\"verified@example.com");
            page.run(commands.get(2).replace("$USER_ID", unverified));

            assertThat(page.run(commands.get(0)).strip()).isEqualTo(Integer.toString(before - 1));
            assertThat(page.run(commands.get(1))).doesNotContain(unverified);
        }
    }

    @Test
    void the_commands_about_the_api_change_nothing() {
        try (AdminCli cli = AdminCli.signedIn(keycloak)) {
            String before = api.export();
            DocsCommands page = page("admin-api.md", cli).section("Flows");
            assertThat(page.commands()).hasSize(2);

            page.commands()
                    .forEach(command ->
                            assertThat(page.run(command)).contains("dryRun", "created", "cloakroom browser"));

            assertThat(api.export()).isEqualTo(before);
        }
    }

    /** The tool itself is not there; Keycloak says whether it takes the file, and a member whether its flows do. */
    @Test
    void the_file_for_keycloak_config_cli_makes_the_flows_that_the_command_makes() throws IOException {
        DocsCommands.require("jq");
        DocsCommands page = DocsCommands.of("install.md", Map.of()).section("keycloak-config-cli");
        RealmRepresentation file = JsonSerialization.readValue(
                page.run(page.inConsole("jq ").replace("> my-realm.json", "")), RealmRepresentation.class);

        TestRealm managed = realms.copy("config-cli-docs", representation -> {
            StockRealm.withoutUs(representation);
            representation.setAuthenticatorConfig(file.getAuthenticatorConfig());
            representation.setAuthenticationFlows(file.getAuthenticationFlows());
            representation.setRequiredActions(file.getRequiredActions());
            representation.setBrowserFlow(file.getBrowserFlow());
            representation.setRegistrationFlow(file.getRegistrationFlow());
            representation.setResetCredentialsFlow(file.getResetCredentialsFlow());
        });

        managed.user("managed@example.com");
        CodePage code = browser.open(DemoApp.of(managed.issuer())).continueAs("managed@example.com");
        assertThat(code.enter(Inbox.of("managed@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("managed@example.com");
        assertThat(FlowsApi.changes(FlowsApi.of(keycloak, managed).install("{\"dryRun\": true, \"bind\": true}")))
                .filteredOn(change -> !change.endsWith(": unchanged"))
                .as("what the page says is left to do")
                .containsExactly("protocol mapper authentication methods: created");
    }

    private String browserFlow() {
        return realm.admin().toRepresentation().getBrowserFlow();
    }

    private DocsCommands page(String name, AdminCli cli) {
        Map<String, String> environment = new HashMap<>(cli.environment());
        environment.put("KEYCLOAK", keycloak.baseUri().toString().replaceAll("/$", ""));
        environment.put("REALM", realm.name());
        environment.put("TOKEN", keycloak.admin().tokenManager().getAccessTokenString());
        return DocsCommands.of(name, environment);
    }
}
