package io.cloakroom.tests;

import static io.cloakroom.tests.keycloak.FlowsApi.aliases;
import static io.cloakroom.tests.keycloak.FlowsApi.changes;
import static io.cloakroom.tests.keycloak.FlowsApi.kept;
import static io.cloakroom.tests.keycloak.FlowsApi.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.ClientProfile;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.FlowsApi;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StockRealm;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What an administrator has made or changed is never lost by an installation, and never silently replaced. */
class InstallKeepsIT extends CloakroomIT {

    private static final String BROWSER = "cloakroom browser";
    private static final String ENROLMENT = "cloakroom second factor enrolment";

    @Test
    void a_flow_that_was_changed_is_kept_under_another_name_with_all_that_is_bound_to_it() {
        TestRealm realm = realms.copy("install-changed", StockRealm::withoutUs);
        FlowsApi api = FlowsApi.of(keycloak, realm);
        api.install("{\"bind\": true}");
        bindClient(realm, realm.flowId(BROWSER));
        ClientProfile profile = ClientProfile.of(realm, "strict");
        profile.choosing(BROWSER);
        realm.setRequirement(BROWSER, ENROLMENT, "CONDITIONAL");
        List<String> changed = steps(realm, BROWSER);
        String id = realm.flowId(BROWSER);

        Answer answer = api.install();

        assertThat(changes(answer))
                .startsWith("flow " + kept(BROWSER) + ": kept", "flow cloakroom sign-up: unchanged")
                .contains("flow " + BROWSER + ": created");
        assertThat(note(answer, "flow", kept(BROWSER)))
                .contains("the realm (browser)", "client 'demo-app-password'", "client profile 'strict'");
        assertThat(profile.chosen()).isEqualTo(kept(BROWSER));
        assertThat(realm.flowId(kept(BROWSER))).isEqualTo(id);
        assertThat(realm.admin().toRepresentation().getBrowserFlow()).isEqualTo(kept(BROWSER));
        assertThat(client(realm).getAuthenticationFlowBindingOverrides()).containsEntry("browser", id);
        assertThat(steps(realm, kept(BROWSER))).isEqualTo(changed);
        assertThat(steps(realm, BROWSER)).isNotEqualTo(changed).hasSameSizeAs(changed);
        assertThat(changes(api.install())).allMatch(change -> change.endsWith(": unchanged"));
    }

    @Test
    void the_kept_flow_still_works_and_ours_is_bound_when_asked_for() {
        TestRealm realm = realms.copy("install-kept", StockRealm::withoutUs);
        FlowsApi api = FlowsApi.of(keycloak, realm);
        realm.user("kept@example.com");
        api.install("{\"bind\": true}");
        realm.setRequirement(BROWSER, ENROLMENT, "CONDITIONAL");
        api.install();

        // The enrolment asks whether a flow was executed that has been renamed with it: it comes only if that is found.
        String asked = browser.open(DemoApp.of(realm.issuer()))
                .continueAs("kept@example.com")
                .submit(Inbox.of("kept@example.com").lastCode())
                .page()
                .id();
        Answer bound = api.install("{\"bind\": true}");

        assertThat(asked).isEqualTo("login-login-config-totp");
        assertThat(flowsThatAreNamed(realm, kept(BROWSER))).allMatch(name -> name.endsWith(kept("")));
        assertThat(changes(bound)).contains("binding browser: bound");
        assertThat(note(bound, "binding", "browser")).contains(kept(BROWSER));
        assertThat(realm.admin().toRepresentation().getBrowserFlow()).isEqualTo(BROWSER);
        assertThat(aliases(realm)).contains(kept(BROWSER));
    }

    @Test
    void a_second_change_on_the_same_day_is_kept_too() {
        TestRealm realm = realms.copy("install-twice", StockRealm::withoutUs);
        FlowsApi api = FlowsApi.of(keycloak, realm);
        for (int i = 0; i < 2; i++) {
            api.install();
            realm.setRequirement(BROWSER, ENROLMENT, "CONDITIONAL");
        }

        api.install();
        api.install();

        assertThat(aliases(realm)).contains(BROWSER, kept(BROWSER), kept(BROWSER) + " 2");
    }

    @Test
    void what_is_called_as_ours_by_chance_gets_another_name_and_stays_as_it_is() {
        TestRealm realm = realms.copy("install-clash", InstallKeepsIT::withNamesOfOurs);
        List<String> mine = steps(realm, "cloakroom recovery");

        Answer answer = FlowsApi.of(keycloak, realm).install();

        assertThat(changes(answer))
                .contains(
                        kept("flow cloakroom recovery") + ": kept",
                        kept("flow cloakroom level 2") + ": kept",
                        kept("settings of a step cloakroom email code first factor") + ": kept",
                        "flow cloakroom recovery: created");
        assertThat(steps(realm, kept("cloakroom recovery"))).isEqualTo(mine);
        assertThat(steps(realm, "my flow")).hasSize(2).anyMatch(step -> step.contains(kept("cloakroom level 2")));
        assertThat(realm.admin().toRepresentation().getResetCredentialsFlow()).isEqualTo(kept("cloakroom recovery"));
    }

    private static void withNamesOfOurs(RealmRepresentation realm) {
        StockRealm.withoutUs(realm);
        realm.setAuthenticationFlows(new ArrayList<>());
        realm.setAuthenticatorConfig(new ArrayList<>());
        Flow.of(realm, "cloakroom recovery").required("reset-credentials-choose-user");
        Flow.of(realm, "my flow").conditional("cloakroom level 2", flow -> flow.required("auth-otp-form"));
        realm.setResetCredentialsFlow("cloakroom recovery");
        Flow.of(realm, "another").required("cloakroom-email-otp", Map.of("role", "first"));
        realm.getAuthenticatorConfig().get(0).setAlias("cloakroom email code first factor");
        realm.getAuthenticationFlows().stream()
                .filter(flow -> flow.getAlias().equals("another"))
                .forEach(flow -> flow.getAuthenticationExecutions()
                        .get(0)
                        .setAuthenticatorConfig("cloakroom email code first factor"));
        Realms.config(realm, "cloakroom email code first factor").put("link", "off");
    }

    /** What stands in a flow, whatever its flows below are called. */
    private static List<String> steps(TestRealm realm, String alias) {
        return realm.admin().flows().getExecutions(alias).stream()
                .map(each -> each.getLevel() + " " + each.getRequirement() + " "
                        + (each.getProviderId() == null ? each.getDisplayName() : each.getProviderId()))
                .map(step -> alias.endsWith(kept("")) ? step.replace(kept(""), "") : step)
                .toList();
    }

    private static List<String> flowsThatAreNamed(TestRealm realm, String alias) {
        List<String> named = realm.admin().flows().getExecutions(alias).stream()
                .filter(each -> "conditional-sub-flow-executed".equals(each.getProviderId()))
                .map(each -> realm.admin()
                        .flows()
                        .getAuthenticatorConfig(each.getAuthenticationConfig())
                        .getConfig()
                        .get("flow_to_check"))
                .toList();
        assertThat(named).isNotEmpty();
        return named;
    }

    private static void bindClient(TestRealm realm, String flowId) {
        ClientRepresentation client = client(realm);
        client.setAuthenticationFlowBindingOverrides(Map.of("browser", flowId));
        realm.admin().clients().get(client.getId()).update(client);
    }

    private static ClientRepresentation client(TestRealm realm) {
        return realm.admin().clients().findByClientId("demo-app-password").get(0);
    }
}
