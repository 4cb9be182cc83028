package io.cloakroom.tests;

import static io.cloakroom.tests.keycloak.FlowsApi.changes;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.FlowsApi;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StockRealm;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.keycloak.UpgradedKeycloak;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A server that gives new realms our flows, and gets a newer version of them. */
class FlowUpgradeIT {

    private static UpgradedKeycloak keycloak;
    private static Realms realms;

    @BeforeAll
    static void an_older_version() {
        MailServer.shared().empty();
        keycloak = UpgradedKeycloak.startWith(
                FlowUpgradeIT::older, "--spi-admin-realm-restapi-extension--cloakroom--new-realms=bind");
        realms = new Realms(keycloak);
    }

    @AfterAll
    static void end() {
        keycloak.close();
    }

    /** Its recovery had no waiting time, and its second factor had a flow of another name below it. */
    private static String older(String flows) {
        return flows.replaceAll("(?m)^.*\"cloakroom-delayed-recovery\".*\\n", "")
                .replace("cloakroom passkey of the account", "cloakroom passkey of somebody");
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void new_realms_have_our_flows_and_an_upgrade_replaces_those_that_nobody_has_changed() {
        TestRealm realm = realms.copy("upgrade", StockRealm::withoutUs);
        TestRealm changed = realms.copy("upgrade-changed", StockRealm::withoutUs);
        bindClient(realm, realm.flowId("cloakroom recovery"));
        changed.setRequirement("cloakroom browser", "cloakroom second factor", "DISABLED");
        String recovery = realm.flowId("cloakroom recovery");
        assertThat(bindings(realm)).containsExactly("cloakroom browser", "cloakroom sign-up", "cloakroom recovery");
        assertThat(steps(realm, "cloakroom recovery")).doesNotContain("cloakroom-delayed-recovery");
        assertTheOptionLeavesOthersAlone();

        keycloak.upgrade();
        Answer answer = FlowsApi.of(keycloak, realm).install();

        assertThat(changes(answer))
                .contains(
                        "flow cloakroom browser: upgraded",
                        "flow cloakroom recovery: upgraded",
                        "flow cloakroom sign-up: unchanged")
                .noneMatch(change -> change.endsWith(": kept"));
        assertThat(steps(realm, "cloakroom recovery")).contains("cloakroom-delayed-recovery");
        assertThat(realm.flowId("cloakroom recovery")).isEqualTo(recovery);
        assertThat(bindings(realm)).containsExactly("cloakroom browser", "cloakroom sign-up", "cloakroom recovery");
        assertThat(client(realm).getAuthenticationFlowBindingOverrides()).containsEntry("browser", recovery);
        assertThat(FlowsApi.of(keycloak, realm).export()).doesNotContain("passkey of somebody");
        assertThat(changes(FlowsApi.of(keycloak, realm).install())).allMatch(change -> change.endsWith(": unchanged"));
        assertTheChangedOneIsKept(changed);
        assertSignsIn(realm);
    }

    /** Not the realm of the server's administrators, no file that brings our flows, no binding that a file has chosen. */
    private static void assertTheOptionLeavesOthersAlone() {
        TestRealm master = realms.existing("master");
        TestRealm ours = realms.shipped();
        TestRealm chosen = realms.copy("upgrade-chosen", realm -> {
            StockRealm.withoutUs(realm);
            realm.setAuthenticationFlows(new ArrayList<>());
            realm.setAuthenticatorConfig(new ArrayList<>());
            Flow.of(realm, "mine").required("auth-username-password-form");
            realm.setBrowserFlow("mine");
        });

        assertThat(bindings(master)).containsExactly("browser", "registration", "reset credentials");
        assertThat(FlowsApi.of(keycloak, master).export())
                .doesNotContain("cloakroom browser", "cloakroom-amr-mapper", "cloakroom-passkey-offer");
        assertThat(ours.admin().toRepresentation().getAttributes()).doesNotContainKey("cloakroom.install");
        assertThat(steps(ours, "cloakroom recovery")).contains("cloakroom-delayed-recovery");
        assertThat(bindings(chosen)).containsExactly("mine", "cloakroom sign-up", "cloakroom recovery");
    }

    private static void assertTheChangedOneIsKept(TestRealm changed) {
        Answer kept = FlowsApi.of(keycloak, changed).install();

        assertThat(changes(kept))
                .contains("flow cloakroom browser: created", "flow cloakroom recovery: upgraded")
                .anyMatch(change -> change.matches("flow cloakroom browser kept .*: kept"));
        assertThat(bindings(changed).get(0)).startsWith("cloakroom browser kept ");
    }

    private static void assertSignsIn(TestRealm realm) {
        realm.user("upgraded@example.com");
        assertThat(Browser.create()
                        .open(DemoApp.of(realm.issuer()))
                        .continueAs("upgraded@example.com")
                        .enter(Inbox.of("upgraded@example.com").lastCode())
                        .idToken()
                        .amr())
                .containsExactly("email-otp");
    }

    private static void bindClient(TestRealm realm, String flow) {
        ClientRepresentation client = client(realm);
        client.setAuthenticationFlowBindingOverrides(Map.of("browser", flow));
        realm.admin().clients().get(client.getId()).update(client);
    }

    private static ClientRepresentation client(TestRealm realm) {
        return realm.admin().clients().findByClientId("demo-app-password").get(0);
    }

    private static List<AuthenticationExecutionInfoRepresentation> executions(TestRealm realm, String flow) {
        return realm.admin().flows().getExecutions(flow);
    }

    private static List<String> steps(TestRealm realm, String flow) {
        return executions(realm, flow).stream()
                .map(each -> String.valueOf(each.getProviderId()))
                .toList();
    }

    private static List<String> bindings(TestRealm realm) {
        RealmRepresentation now = realm.admin().toRepresentation();
        return List.of(now.getBrowserFlow(), now.getRegistrationFlow(), now.getResetCredentialsFlow());
    }
}
