package io.cloakroom.tests;

import static io.cloakroom.tests.keycloak.FlowsApi.changes;
import static io.cloakroom.tests.keycloak.FlowsApi.kept;
import static io.cloakroom.tests.keycloak.FlowsApi.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.ClientProfile;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.FlowsApi;
import io.cloakroom.tests.keycloak.SharedSubFlow;
import io.cloakroom.tests.keycloak.StockRealm;
import io.cloakroom.tests.keycloak.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        realm.setRequirement("cloakroom recovery", "cloakroom-delayed-recovery", "REQUIRED");

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
    void flows_of_ours_that_were_bound_in_between_are_not_what_was_there_before() {
        bindAfterInstalling("cloakroom browser with password");
        assertThat(note(api.remove("?dryRun=true"), "binding", "browser")).startsWith("'mine', as before");

        realm.setRequirement("cloakroom browser with password", "cloakroom-identify", "DISABLED");
        api.install();
        Answer answer = api.remove("");

        assertThat(note(answer, "binding", "browser"))
                .startsWith("'mine', as before")
                .contains(kept("cloakroom browser with password"));
        assertThat(realm.admin().toRepresentation().getBrowserFlow()).isEqualTo("mine");
    }

    @Test
    void a_flow_that_only_has_a_name_of_ours_is_what_was_there_before() {
        TestRealm named = realms.copy("removal-named", it -> {
            StockRealm.withoutUs(it);
            it.setAuthenticationFlows(new ArrayList<>());
            it.setAuthenticatorConfig(new ArrayList<>());
            Flow.of(it, "cloakroom recovery").required("reset-credentials-choose-user");
            it.setResetCredentialsFlow("cloakroom recovery");
        });
        FlowsApi flows = FlowsApi.of(keycloak, named);
        String mine = named.flowId("cloakroom recovery");

        flows.install();
        flows.remove("");
        assertThat(named.admin().toRepresentation().getResetCredentialsFlow()).isEqualTo(kept("cloakroom recovery"));
        flows.install("{\"bind\": true}");
        flows.remove("");

        assertThat(named.admin().toRepresentation().getResetCredentialsFlow()).isEqualTo(kept("cloakroom recovery"));
        assertThat(named.flowId(kept("cloakroom recovery"))).isEqualTo(mine);
    }

    @Test
    void what_had_to_stay_is_taken_back_later() {
        api.install();
        realm.setRequirement("cloakroom recovery", "cloakroom-delayed-recovery", "REQUIRED");
        assertThat(changes(api.remove(""))).contains("required action cloakroom-recovery-alert: unchanged");

        realm.admin().flows().deleteFlow(realm.flowId(kept("cloakroom recovery")));

        assertThat(changes(api.remove("")))
                .containsExactlyInAnyOrder(
                        "required action cloakroom-recovery-alert: removed",
                        "required action cloakroom-passkey-offer: removed");
        assertThat(changes(api.remove(""))).isEmpty();
    }

    @Test
    void a_sub_flow_that_stands_in_a_flow_of_yours_too_stays_in_both() {
        api.install();
        SharedSubFlow.put(realm, "cloakroom second factor", "mine too");
        int steps = realm.admin().flows().getExecutions("mine too").size();

        Answer answer = api.remove("");

        assertThat(changes(answer)).contains("flow " + kept("cloakroom browser") + ": kept");
        assertThat(note(answer, "flow", kept("cloakroom browser"))).contains("shares a sub-flow with 'mine too'");
        assertThat(realm.admin().flows().getExecutions("mine too")).hasSize(steps);
    }

    @Test
    void a_client_profile_that_names_one_of_our_flows_stands_in_the_way() {
        api.install();
        ClientProfile profile = ClientProfile.of(realm, "strict");
        profile.choosing("cloakroom browser");

        Answer refused = api.remove("");
        profile.remove();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.toString()).contains("client profile 'strict'");
        assertThat(api.remove("").status()).isEqualTo(200);
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

    private void bindAfterInstalling(String alias) {
        api.install();
        RealmRepresentation representation = realm.admin().toRepresentation();
        representation.setBrowserFlow(alias);
        realm.admin().update(representation);
        api.install();
    }

    private static void withItsOwnBrowserFlow(RealmRepresentation realm) {
        StockRealm.withoutUs(realm);
        realm.setAuthenticationFlows(new ArrayList<>());
        realm.setAuthenticatorConfig(new ArrayList<>());
        Flow.of(realm, "mine").required("auth-username-password-form");
        realm.setBrowserFlow("mine");
    }
}
