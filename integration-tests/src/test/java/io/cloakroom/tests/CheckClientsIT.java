package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.CheckedRealm;
import io.cloakroom.tests.keycloak.CheckedRealm.Said;
import io.cloakroom.tests.keycloak.ClientProfile;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.SharedSubFlow;
import io.cloakroom.tests.keycloak.TestRealm;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

/** What single clients do otherwise than the realm is found, too. */
class CheckClientsIT extends CloakroomIT {

    private final TestRealm realm = realms.copy(
            "check-clients",
            it -> Flow.of(it, "limited")
                    .required("cloakroom-rate-limit")
                    .required("direct-grant-validate-username")
                    .required("direct-grant-validate-password"));
    private final CheckedRealm checked = new CheckedRealm(realm);

    @Test
    void passwords_that_scripts_can_try_without_limit() {
        Said byKeycloaksOwn = checked.ask();
        Said closed = checked.askWithoutDirectGrants();
        change("demo-app", app -> app.setDirectAccessGrantsEnabled(true));
        change(
                "admin-cli",
                cli -> cli.setAuthenticationFlowBindingOverrides(Map.of("direct_grant", realm.flowId("limited"))));
        Said byOne = checked.ask();
        change("demo-app", app -> app.setDirectAccessGrantsEnabled(false));
        Said limited = checked.ask();

        assertThat(byKeycloaksOwn.findings()).contains("direct-grant warning");
        assertThat(byKeycloaksOwn.found("direct-grant"))
                .singleElement()
                .asString()
                .contains("'admin-cli'");
        assertThat(closed.passed()).contains("direct-grant");
        assertThat(byOne.found("direct-grant"))
                .singleElement()
                .asString()
                .contains("Flow 'direct grant'", "'demo-app'")
                .doesNotContain("admin-cli");
        assertThat(limited.passed()).contains("direct-grant");
    }

    @Test
    void a_login_theme_of_their_own() {
        change("demo-app", app -> app.getAttributes().put("login_theme", "keycloak"));
        Said said = checked.ask();
        change("demo-app", app -> app.getAttributes().put("login_theme", ""));

        assertThat(said.found("login-theme"))
                .containsExactly("The login theme 'keycloak' of client 'demo-app' does not descend from keycloak.v2.");
        assertThat(checked.ask().passed()).contains("login-theme");
    }

    @Test
    void a_realm_without_a_login_theme_has_the_servers() {
        assertThat(checked.with(Map.of("loginTheme", "")).passed()).contains("login-theme");
    }

    @Test
    void a_flow_that_a_client_profile_names() {
        ClientProfile.of(realm, "strict").choosing("browser");

        Said said = checked.ask();

        assertThat(said.found("flow-stock-form"))
                .anySatisfy(found -> assertThat(found).contains("sign-in of client profile 'strict'"));
    }

    @Test
    void a_sub_flow_that_went_with_another_flow() {
        SharedSubFlow.put(realm, "cloakroom second factor", "mine");
        realm.admin().flows().deleteFlow(realm.flowId("mine"));

        Said said = checked.ask();

        assertThat(said.answer().status()).as("%s", said).isEqualTo(200);
        assertThat(said.findings()).contains("flow-unknown-step error");
        assertThat(said.found("flow-unknown-step"))
                .anySatisfy(found -> assertThat(found).contains("a sub-flow that is gone"));
    }

    private void change(String clientId, Consumer<ClientRepresentation> tweak) {
        ClientRepresentation client =
                realm.admin().clients().findByClientId(clientId).get(0);
        tweak.accept(client);
        realm.admin().clients().get(client.getId()).update(client);
    }
}
