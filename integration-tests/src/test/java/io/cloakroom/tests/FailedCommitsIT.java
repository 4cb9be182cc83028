package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.FailingCommits;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** What is counted at once outlives a request that comes to nothing; whoever tries again must not find that it was done. */
class FailedCommitsIT {

    private final Cluster cluster = Cluster.shared();
    private final TestRealm realm = new Realms(cluster.node(0)).copy("failed-commits", FailedCommitsIT::fail);
    private final DemoApp demo = DemoApp.of(realm.issuer());
    private final Browser browser = Browser.create();

    @BeforeEach
    void empty_mailboxes() {
        MailServer.shared().empty();
    }

    @Test
    void this_was_not_me_is_done_in_full_when_it_is_pressed_again() {
        realm.user("alarmed@example.com");
        CodePage waiting = browser.open(demo).continueAs("alarmed@example.com");
        Mail mail = Inbox.of("alarmed@example.com").awaitMail();
        Set<String> marks = cluster.durableMarks();

        assertThat(NotMe.deny(NotMe.link(mail)).status()).isEqualTo(500);
        assertThat(browser.get(waiting.form().page()).hasForm("cloakroom-code-form"))
                .as("the login still waits")
                .isTrue();
        Page done = NotMe.deny(NotMe.link(mail));

        assertThat(done.textOf("#cloakroom-denied")).contains("nothing else to do");
        assertThat(browser.get(waiting.form().page()).hasForm("cloakroom-code-form"))
                .as("it waits no longer")
                .isFalse();
        assertThat(realm.events().withDetail("cloakroom_method", "not-me")).hasSize(1);
        Set<String> added = new HashSet<>(cluster.durableMarks());
        added.removeAll(marks);
        assertThat(added).singleElement().asString().startsWith("cloakroom.denied.");
    }

    @Test
    void it_holds_from_the_first_time_on_when_all_nodes_were_down_since() {
        realm.user("once@example.com");
        browser.open(demo).continueAs("once@example.com");
        Mail mail = Inbox.of("once@example.com").awaitMail();

        assertThat(NotMe.deny(NotMe.link(mail)).status()).isEqualTo(500);
        cluster.restart();

        assertThat(Browser.create().get(mail.link()).id()).isEqualTo("login-cloakroom-link-ended");
    }

    private static void fail(RealmRepresentation realm) {
        realm.setEventsListeners(List.of("jboss-logging", FailingCommits.ID));
    }
}
