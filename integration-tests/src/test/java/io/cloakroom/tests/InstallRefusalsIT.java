package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.FlowsApi;
import io.cloakroom.tests.keycloak.StockRealm;
import io.cloakroom.tests.keycloak.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Who may install our flows, and what is said to everybody else. Nothing that is not understood does anything. */
class InstallRefusalsIT extends CloakroomIT {

    private final TestRealm realm = realms.once("install-refusals", StockRealm::withoutUs);
    private final FlowsApi api = FlowsApi.of(keycloak, realm);

    @Test
    void it_takes_the_right_that_keycloak_asks_for_flows() {
        AdminApi people = AdminApi.of(realm);
        Map<String, Integer> matrix = Map.of(
                "view-realm", 403, "manage-users", 403, "manage-clients", 403, "view-users", 403, "manage-realm", 200);

        assertThat(statuses("")).containsExactly(401, 401);
        assertThat(statuses("no.token.atall")).containsExactly(401, 401);
        matrix.forEach((role, status) -> {
            people.administrator(role + "@example.com", role);
            assertThat(statuses(people.tokenOf(role + "@example.com"))).as(role).containsExactly(status, status);
        });
    }

    /** Keycloak asks for more where a mapper comes or goes, and names clients to those only who may view them. */
    @Test
    void whoever_may_manage_flows_alone_changes_and_learns_nothing_else() {
        TestRealm own = realms.copy("install-rights", StockRealm::withoutUs);
        FlowsApi flows = FlowsApi.of(keycloak, own);
        AdminApi people = AdminApi.of(own);
        people.administrator("flows@example.com", "manage-realm");
        String token = people.tokenOf("flows@example.com");

        Answer installed = flows.send("POST", "/cloakroom/flows", token, "");
        assertThat(installed.status()).isEqualTo(200);
        assertThat(FlowsApi.changes(installed)).noneMatch(change -> change.startsWith("protocol mapper"));
        assertThat(installed.toString()).contains("'authentication methods' was not added to the client scope 'acr'");
        assertThat(FlowsApi.changes(flows.install())).contains("protocol mapper authentication methods: created");

        ClientRepresentation client =
                own.admin().clients().findByClientId("demo-app").get(0);
        client.setAuthenticationFlowBindingOverrides(Map.of("browser", own.flowId("cloakroom browser")));
        own.admin().clients().get(client.getId()).update(client);
        Answer refused = flows.send("DELETE", "/cloakroom/flows", token, "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.toString()).contains("clients that you may not view").doesNotContain("demo-app");

        client.setAuthenticationFlowBindingOverrides(Map.of("browser", ""));
        own.admin().clients().get(client.getId()).update(client);
        Answer removed = flows.send("DELETE", "/cloakroom/flows", token, "");
        assertThat(FlowsApi.changes(removed)).contains("protocol mapper authentication methods: unchanged");
        assertThat(removed.toString()).contains("'authentication methods' is still in the client scope 'acr'");
    }

    @Test
    void an_administrator_of_another_realm_is_nobody_here() {
        TestRealm other = realms.once("install-refusals-other", StockRealm::withoutUs);
        AdminApi people = AdminApi.of(other);
        people.administrator("boss@example.com", "manage-realm");

        assertThat(statuses(people.tokenOf("boss@example.com"))).containsExactly(403, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{", "\"text\"", "{} {}", "{\"bind\": true, \"bind\": true}"})
    void what_cannot_be_read_is_refused(String body) {
        String before = api.export();

        Answer answer = api.install(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsKey("errorMessage");
        assertThat(api.export()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | ?dry=true                  |                    | dry",
                "POST   | ?dryRun                    |                    | dryRun",
                "POST   | ?dryRun=yes                |                    | dryRun",
                "POST   | ?dryRun=true&dryRun=false  |                    | dryRun",
                "POST   | ?bind=true                 | {\"bind\": true}   | bind",
                "POST   |                            | {\"dryrun\": true} | dryrun",
                "POST   |                            | {\"bind\": \"yes\"} | bind",
                "POST   |                            | {\"bind\": null}   | bind",
                "DELETE | ?force=true                |                    | force",
                "DELETE | ?bind=true                 |                    | bind",
            })
    void what_is_not_known_is_refused_and_named(String method, String query, String body, String field) {
        String before = api.export();

        Answer answer = api.send(
                method,
                "/cloakroom/flows" + (query == null ? "" : query),
                keycloak.admin().tokenManager().getAccessTokenString(),
                body == null ? "" : body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsEntry("field", field).containsKey("errorMessage");
        assertThat(api.export()).isEqualTo(before);
    }

    /** Of a dry run of either request. */
    private List<Integer> statuses(String token) {
        return List.of(
                api.send("POST", "/cloakroom/flows?dryRun=true", token, "").status(),
                api.send("DELETE", "/cloakroom/flows?dryRun=true", token, "").status());
    }
}
