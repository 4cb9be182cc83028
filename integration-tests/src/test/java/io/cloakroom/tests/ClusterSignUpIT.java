package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.RecoveryRequests;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignUpPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Sign-up and recovery where requests of one person, or of two, reach different nodes. */
class ClusterSignUpIT {

    private static final String DELAY = "cloakroom-delayed-recovery-form";

    private final Cluster cluster = Cluster.shared();
    private final ClusterNode here = cluster.node(0);
    private final ClusterNode there = cluster.node(1);
    private final TestRealm realm = new Realms(here).copy("cluster-sign-up", RecoveryRequests::allow);
    private final DemoApp demo = DemoApp.of(here.issuer(realm.name()));
    private final Browser browser = Browser.create();

    @BeforeEach
    void empty_mailboxes() {
        MailServer.shared().empty();
    }

    @Test
    void a_sign_up_goes_on_at_another_node() {
        CodePage page = SignUpPage.from(browser.open(demo)).continueAs("moves@example.com");

        Page last = browser.submit(page.form()
                .with("code", Inbox.of("moves@example.com").lastCode())
                .at(there.baseUri()));

        assertThat(AtOnce.isLogin(last)).as("%s", last).isTrue();
        assertThat(realm.admin().users().searchByEmail("moves@example.com", true))
                .hasSize(1);
    }

    @Test
    void two_browsers_at_two_nodes_that_confirm_one_new_address_end_in_one_account() throws Exception {
        for (int round = 0; round < 5; round++) {
            String address = "both" + round + "@example.com";
            List<Callable<Page>> confirmations = new ArrayList<>();
            for (ClusterNode node : List.of(here, there)) {
                Browser one = Browser.create();
                CodePage page = SignUpPage.from(one.open(demo)).continueAs(address);
                Form right =
                        page.form().with("code", Inbox.of(address).lastCode()).at(node.baseUri());
                confirmations.add(AtOnce.post(one, right));
            }

            List<Page> pages = AtOnce.send(confirmations);

            assertThat(realm.admin().users().searchByEmail(address, true)).hasSize(1);
            assertThat(pages).allMatch(AtOnce::isLogin);
        }
        assertThat(realm.events().ofType("REGISTER")).hasSize(5);
    }

    @Test
    void of_many_completions_at_two_nodes_one_counts() throws Exception {
        realm.user(
                "race@example.com",
                user -> user.setCredentials(
                        List.of(Credentials.totp(), RecoveryRequests.readyIn(Duration.ofMinutes(-1)))));
        Screen page = recover("race@example.com");
        Form complete = page.page().form(DELAY).with("complete", "on");

        AtOnce.send(IntStream.range(0, 20)
                .mapToObj(i -> AtOnce.post(
                        browser.tab(), complete.at(cluster.node(i % 2).baseUri())))
                .toList());

        assertThat(realm.events().withDetail("cloakroom_recovery", "completed")).hasSize(1);
        assertThat(realm.existing("race@example.com").credentials()).isEmpty();
    }

    @Test
    void a_recovery_that_waits_survives_the_end_of_both_nodes() {
        realm.user("patient@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
        Screen page = recover("patient@example.com");
        page.submit(page.page().form(DELAY).with("start", "on"));
        Inbox.of("patient@example.com").awaitMail();

        cluster.restart();

        assertThat(realm.existing("patient@example.com").credentials())
                .extracting(CredentialRepresentation::getType)
                .contains("cloakroom-recovery-request");
        assertThat(recover("patient@example.com").page().document().text()).contains("Recovery is on its way");
    }

    private Screen recover(String address) {
        return RecoveryPage.from(browser.open(demo))
                .continueAs(address)
                .submit(Inbox.of(address).lastCode());
    }
}
