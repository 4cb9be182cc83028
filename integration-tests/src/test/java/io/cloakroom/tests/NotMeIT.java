package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;

/** "This was not me": it ends what came of a mail, grants nothing, and waits for a person. */
class NotMeIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("not-me");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void it_kills_the_code_and_the_link() {
        realm.user("alarmed@example.com");
        CodePage waiting = browser.open(demo).continueAs("alarmed@example.com");
        Mail mail = Inbox.of("alarmed@example.com").awaitMail();

        Page done = NotMe.deny(NotMe.link(mail));

        assertThat(done.textOf("#kc-page-title")).isEqualTo("It has ended");
        assertThat(done.textOf("#cloakroom-denied"))
                .contains("no longer works", "nothing else to do")
                .doesNotContain("your password", "cannot sign in");
        assertThat(done.document().select("#cloakroom-account")).isEmpty();
        assertThat(waiting.submit(mail.code()).page().hasLeft()).isFalse();
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(Browser.create().get(mail.link()).id()).isEqualTo("login-cloakroom-link-ended");
        assertThat(realm.events().withDetail("cloakroom_method", "not-me"))
                .singleElement()
                .satisfies(event -> assertThat(event.getUserId())
                        .isEqualTo(realm.existing("alarmed@example.com")
                                .toRepresentation()
                                .getId()));
    }

    @Test
    void reading_it_changes_nothing() {
        realm.user("scanned@example.com");
        CodePage waiting = browser.open(demo).continueAs("scanned@example.com");
        Mail mail = Inbox.of("scanned@example.com").awaitMail();
        Browser scanner = Browser.create();

        scanner.send("HEAD", NotMe.link(mail), "", "");
        scanner.get(NotMe.link(mail));
        scanner.get(NotMe.link(mail));

        assertThat(waiting.enter(mail.code()).idToken().email()).isEqualTo("scanned@example.com");
    }

    @Test
    void it_ends_the_session_that_came_of_the_mail_and_no_other() {
        realm.user("hijacked@example.com");
        Browser mine = Browser.create();
        mine.open(demo)
                .continueAs("hijacked@example.com")
                .enter(Inbox.of("hijacked@example.com").lastCode());
        CodePage thief = browser.open(demo).continueAs("hijacked@example.com");
        Mail mail = Inbox.of("hijacked@example.com").awaitMail();
        thief.enter(mail.code());
        assertThat(sessionsOf("hijacked@example.com")).isEqualTo(2);

        NotMe.deny(NotMe.link(mail));

        assertThat(sessionsOf("hijacked@example.com")).isEqualTo(1);
        assertThat(mine.get(demo.login().uri()).hasLeft())
                .as("mine still signs in")
                .isTrue();
        assertThat(browser.get(demo.login().uri()).hasLeft())
                .as("the thief's does not")
                .isFalse();
        assertThat(realm.events().withDetail("cloakroom_sessions", "1")).hasSize(1);
    }

    @Test
    void it_ends_offline_access_too() {
        realm.user("offline@example.com");
        CodePage thief =
                browser.open(demo.with("scope", "openid offline_access")).continueAs("offline@example.com");
        Mail mail = Inbox.of("offline@example.com").awaitMail();
        thief.submit(mail.code()).signedIn();
        assertThat(offlineSessionsOf("offline@example.com")).isEqualTo(1);

        NotMe.deny(NotMe.link(mail));

        assertThat(offlineSessionsOf("offline@example.com")).isZero();
    }

    @Test
    void pressing_it_again_and_again_is_told_once() {
        realm.user("nervous@example.com");
        browser.open(demo).continueAs("nervous@example.com");
        URI link = NotMe.link(Inbox.of("nervous@example.com").awaitMail());

        NotMe.deny(link);
        NotMe.deny(link);
        NotMe.deny(link);

        assertThat(realm.events().withDetail("cloakroom_method", "not-me")).hasSize(1);
    }

    /** A double click, or a thief in a hurry: what one request has removed already, another would fail to remove. */
    @Test
    void pressed_often_at_once_it_works_for_everybody_and_is_told_once() throws Exception {
        UserResource account = realm.user("hasty@example.com");
        Mail mail = Hand.at(demo).addPasskey("hasty@example.com");
        Browser owner = Browser.create();
        Form button = owner.get(NotMe.link(mail)).form("cloakroom-not-me-form");

        List<Page> pages = AtOnce.send(IntStream.range(0, 10)
                .mapToObj(i -> AtOnce.post(owner.tab(), button))
                .toList());

        assertThat(pages).allMatch(page -> page.status() == 200);
        assertThat(pages).anyMatch(page -> page.textOf("#cloakroom-denied").contains("nothing else to do"));
        assertThat(account.credentials()).isEmpty();
        assertThat(sessionsOf("hasty@example.com")).isZero();
        assertThat(realm.events().withDetail("cloakroom_method", "not-me")).hasSize(1);
        assertThat(realm.events().ofType("REMOVE_CREDENTIAL")).hasSize(1);
    }

    @Test
    void a_strangers_notice_has_one_too_and_it_is_all_the_same() {
        browser.open(demo).continueAs("stranger-here@example.com");
        Mail notice = Inbox.of("stranger-here@example.com").awaitMail();

        Page done = NotMe.deny(notice.links().get(notice.links().size() - 1));

        assertThat(done.textOf("#cloakroom-denied")).contains("no longer works", "nothing else to do");
        assertThat(notice.links()).hasSize(1);
    }

    @Test
    void with_block_the_network_that_asked_gets_no_more_mail_to_the_address_and_others_do() {
        TestRealm blocking = realms.copy(
                "not-me-block",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("notMe", "block"));
        blocking.user("pestered@example.com");
        DemoApp there = DemoApp.of(blocking.issuer());
        Browser.at("10.77.0.1").open(there).continueAs("pestered@example.com");

        NotMe.deny(NotMe.link(Inbox.of("pestered@example.com").awaitMail()));

        Page refused = Browser.at("10.77.0.1")
                .open(there)
                .submit("pestered@example.com")
                .page();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Browser.at("10.77.0.1")
                        .open(there)
                        .submit("other@example.com")
                        .page()
                        .status())
                .isEqualTo(200);
        assertThat(Browser.at("10.77.0.2")
                        .open(there)
                        .submit("pestered@example.com")
                        .page()
                        .status())
                .isEqualTo(200);
    }

    private int offlineSessionsOf(String username) {
        String app = realm.admin().clients().findByClientId("demo-app").get(0).getId();
        return realm.existing(username).getOfflineSessions(app).size();
    }

    private int sessionsOf(String username) {
        return realm.existing(username).getUserSessions().size();
    }
}
