package io.cloakroom.tests;

import static io.cloakroom.tests.keycloak.FlowsApi.changes;
import static io.cloakroom.tests.keycloak.FlowsApi.kept;
import static io.cloakroom.tests.keycloak.FlowsApi.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.FlowsApi;
import io.cloakroom.tests.keycloak.StockRealm;
import io.cloakroom.tests.keycloak.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What was installed can be taken back, and the realm is as it was. */
class RemovalIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("removal", RemovalIT::withItsOwnBrowserFlow);
    private final FlowsApi api = FlowsApi.of(keycloak, realm);

    @Test
    void the_realm_is_as_it_was_before() {
        String before = api.export();
        api.install("{\"bind\": true}");
        realm.admin().clearAdminEvents();

        Answer answer = api.remove("");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(changes(answer))
                .contains("binding browser: bound", "flow cloakroom browser: removed")
                .contains("required action cloakroom-passkey-offer: removed")
                .contains("protocol mapper authentication methods: removed");
        assertThat(note(answer, "binding", "browser")).startsWith("'mine', as before");
        assertThat(api.export()).isEqualTo(before);
        assertThat(realm.admin().getAdminEvents())
                .filteredOn(event -> event.getOperationType().equals("DELETE"))
                .hasSize(7);
        assertThat(changes(api.remove(""))).isEmpty();
    }

    @Test
    void a_dry_run_says_so_and_changes_nothing() {
        api.install("{\"bind\": true}");
        String before = api.export();

        Answer dry = api.remove("?dryRun=true");
        String after = api.export();

        assertThat(after).isEqualTo(before);
        assertThat(dry.json().get("changes")).isEqualTo(api.remove("").json().get("changes"));
    }

    @Test
    void a_client_that_signs_in_by_one_of_our_flows_stands_in_the_way_and_is_named() {
        api.install("{\"bind\": true}");
        ClientRepresentation client =
                realm.admin().clients().findByClientId("demo-app").get(0);
        client.setAuthenticationFlowBindingOverrides(
                Map.of("browser", realm.flowId("cloakroom browser with password")));
        realm.admin().clients().get(client.getId()).update(client);
        String before = api.export();

        Answer refused = api.remove("");
        String after = api.export();
        client.setAuthenticationFlowBindingOverrides(Map.of("browser", ""));
        realm.admin().clients().get(client.getId()).update(client);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(String.valueOf(refused.json().get("errorMessage")))
                .contains("'cloakroom browser with password'", "client 'demo-app'");
        assertThat(after).isEqualTo(before);
        assertThat(api.remove("").status()).isEqualTo(200);
    }

    @Test
    void a_flow_that_was_changed_stays_under_another_name_and_nothing_is_bound_to_it() {
        api.install("{\"bind\": true}");
        AuthenticationExecutionInfoRepresentation wait =
                realm.admin().flows().getExecutions("cloakroom recovery").stream()
                        .filter(each -> "cloakroom-delayed-recovery".equals(each.getProviderId()))
                        .findFirst()
                        .orElseThrow();
        wait.setRequirement("REQUIRED");
        realm.admin().flows().updateExecutions("cloakroom recovery", wait);

        Answer answer = api.remove("");

        assertThat(changes(answer))
                .contains(kept("flow cloakroom recovery") + ": kept", "binding reset credentials: bound")
                .contains("required action cloakroom-recovery-alert: unchanged");
        assertThat(String.valueOf(answer.json().get("warnings"))).contains(kept("cloakroom recovery"));
        assertThat(realm.admin().toRepresentation().getResetCredentialsFlow()).isEqualTo("reset credentials");
        assertThat(realm.admin().flows().getFlows())
                .extracting(AuthenticationFlowRepresentation::getAlias)
                .contains(kept("cloakroom recovery"))
                .doesNotContain("cloakroom recovery", "cloakroom browser", "cloakroom sign-up");
    }

    @Test
    void what_was_bound_by_hand_goes_back_to_what_was_there_or_to_keycloaks_own() {
        TestRealm reference = realms.copy(
                "removal-reference",
                it -> it.getClients().forEach(client -> client.getAttributes().remove("cloakroom.browserFlow")));

        Answer answer = FlowsApi.of(keycloak, reference).remove("");

        assertThat(note(answer, "binding", "browser")).contains("'browser'", "Keycloak's own");
        RealmRepresentation now = reference.admin().toRepresentation();
        assertThat(List.of(now.getBrowserFlow(), now.getRegistrationFlow(), now.getResetCredentialsFlow()))
                .containsExactly("browser", "registration", "reset credentials");
        assertThat(changes(answer)).contains("required action cloakroom-passkey-offer: unchanged");
    }

    private static void withItsOwnBrowserFlow(RealmRepresentation realm) {
        StockRealm.withoutUs(realm);
        realm.setAuthenticationFlows(new ArrayList<>());
        realm.setAuthenticatorConfig(new ArrayList<>());
        Flow.of(realm, "mine").required("auth-username-password-form");
        realm.setBrowserFlow("mine");
    }
}
