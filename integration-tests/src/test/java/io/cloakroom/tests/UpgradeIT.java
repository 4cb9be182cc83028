package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.LinkPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A rolling upgrade with logins in flight: one node has the JARs of the release before, the other one today's. What either has
 * issued is good at the other, and what either has spent is spent. A rollback is the same the other way round.
 */
class UpgradeIT {

    private static final int ALLOWED = 5;

    private static Cluster cluster;
    private static ClusterNode before;
    private static ClusterNode after;
    private static TestRealm realm;

    private final Browser browser = Browser.create();

    @BeforeAll
    static void begin_the_upgrade() {
        String release = System.getenv("CLOAKROOM_PREVIOUS_JARS");
        Assumptions.assumeTrue(
                release != null, "No release to upgrade from: CLOAKROOM_PREVIOUS_JARS names no folder with its JARs");
        cluster = Cluster.of(Path.of(release));
        before = cluster.node(0);
        after = cluster.addUpgraded();
        realm = new Realms(before).copy("upgrade");
    }

    @BeforeEach
    void empty_mailboxes() {
        MailServer.shared().empty();
    }

    @AfterAll
    static void neither_logs_an_exception_of_ours() throws IOException {
        if (cluster != null) {
            assertThat(ServerLog.of(before.log()).exceptionsOfOurs()).isEmpty();
            assertThat(ServerLog.of(after.log()).exceptionsOfOurs()).isEmpty();
            cluster.stop();
        }
    }

    @Test
    void a_code_of_the_release_before_works_after_the_upgrade() {
        assertCodeWorks(before, after, "ada-upgrades@example.com");
    }

    @Test
    void a_code_of_today_works_after_a_rollback() {
        assertCodeWorks(after, before, "ada-rolls-back@example.com");
    }

    @Test
    void a_link_of_the_release_before_works_after_the_upgrade() {
        assertLinkWorks(before, after, "bob-upgrades@example.com");
    }

    @Test
    void a_link_of_today_works_after_a_rollback() {
        assertLinkWorks(after, before, "bob-rolls-back@example.com");
    }

    @Test
    void a_denial_at_either_ends_the_link_at_the_other() {
        assertDenialHolds(before, after, "cyd-upgrades@example.com");
        assertDenialHolds(after, before, "cyd-rolls-back@example.com");
    }

    @Test
    void guesses_are_counted_together() throws Exception {
        CodePage page = ask(before, "dan-upgrades@example.com");

        for (ClusterNode node : cluster.nodes()) {
            AtOnce.guess(browser.tab(), page.form().at(node.baseUri()), Collections.nCopies(ALLOWED, "ZZZZ-ZZZZ"))
                    .call();
        }

        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(ALLOWED);
    }

    private void assertCodeWorks(ClusterNode asked, ClusterNode entered, String address) {
        CodePage page = ask(asked, address);
        Form form = page.form().with("code", Inbox.of(address).lastCode());
        Browser later = browser.tab();

        assertThat(page.screen()
                        .submit(form.at(entered.baseUri()))
                        .signedIn()
                        .idToken()
                        .email())
                .isEqualTo(address);

        Page again = later.submit(form.at(asked.baseUri()));
        assertThat(AtOnce.isLogin(again)).as(again.toString()).isFalse();
    }

    private void assertLinkWorks(ClusterNode asked, ClusterNode opened, String address) {
        ask(asked, address);
        Mail mail = Inbox.of(address).awaitMail();

        Page signedIn = LinkPage.elsewhere(Browser.create(), opened.at(mail.link()))
                .submit()
                .page();

        assertThat(signedIn.hasLeft()).as(signedIn.toString()).isTrue();
        assertThat(Browser.create().get(asked.at(mail.link())).id()).isEqualTo("login-cloakroom-link-ended");
    }

    private void assertDenialHolds(ClusterNode asked, ClusterNode denied, String address) {
        ask(asked, address);
        Mail mail = Inbox.of(address).awaitMail();
        Browser owner = Browser.create();

        owner.submit(owner.get(denied.at(mail.links().get(1))).form("cloakroom-not-me-form"));

        assertThat(Browser.create().get(asked.at(mail.link())).id()).isEqualTo("login-cloakroom-link-ended");
    }

    private CodePage ask(ClusterNode node, String address) {
        realm.user(address);
        IdentifyPage page = browser.open(DemoApp.of(node.issuer(realm.name())));
        return page.continueAs(address);
    }
}
