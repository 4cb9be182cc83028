package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "This was not me": it ends what came of a mail, grants nothing, and waits for a person. */
class NotMeIT extends CloakroomIT {

    private static final String FORM = "cloakroom-not-me-form";

    private final TestRealm realm = realms.copy("not-me");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void it_kills_the_code_and_the_link() {
        realm.user("alarmed@example.com");
        CodePage waiting = browser.open(demo).continueAs("alarmed@example.com");
        Mail mail = Inbox.of("alarmed@example.com").awaitMail();

        Page done = deny(notMe(mail));

        assertThat(done.textOf("#cloakroom-denied")).contains("It has ended");
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

        scanner.send("HEAD", notMe(mail), "", "");
        scanner.get(notMe(mail));
        scanner.get(notMe(mail));

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

        deny(notMe(mail));

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

        deny(notMe(mail));

        assertThat(offlineSessionsOf("offline@example.com")).isZero();
    }

    @Test
    void it_stops_a_login_that_waits_for_its_second_factor() {
        Browser thief = Browser.create();
        CodePage page = thief.open(app).continueAs("tom@example.com");
        Mail mail = Inbox.of("tom@example.com").awaitMail();
        TotpPage totp = page.enterThenTotp(mail.code());

        deny(notMe(mail));
        Page refused = totp.submit(AuthenticatorApp.ofTom().code()).page();

        assertThat(refused.hasLeft()).as(refused.toString()).isFalse();
        assertThat(thief.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void it_stops_a_login_that_waits_at_a_required_action() {
        realm.user("parked@example.com", user -> user.setRequiredActions(List.of("UPDATE_PROFILE")));
        CodePage page = browser.open(demo).continueAs("parked@example.com");
        Mail mail = Inbox.of("parked@example.com").awaitMail();
        Page parked = page.submit(mail.code()).page();

        deny(notMe(mail));
        Page refused = browser.submit(parked.form("kc-update-profile-form"));

        assertThat(refused.hasLeft()).as(refused.toString()).isFalse();
        assertThat(sessionsOf("parked@example.com")).isZero();
    }

    @Test
    void a_session_that_comes_of_it_afterwards_ends_at_once() {
        realm.user("patient@example.com", user -> user.setRequiredActions(List.of("UPDATE_PROFILE")));
        browser.open(demo).continueAs("patient@example.com");
        Mail mail = Inbox.of("patient@example.com").awaitMail();
        Browser thief = Browser.create();
        Page parked = LinkPage.elsewhere(thief, mail.link()).submit().page();

        deny(notMe(mail));
        thief.submit(parked.form("kc-update-profile-form"));

        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
        assertThat(sessionsOf("patient@example.com")).isZero();
        assertThat(thief.get(demo.login().uri()).hasLeft()).isFalse();
    }

    @Test
    void pressing_it_again_and_again_is_told_once() {
        realm.user("nervous@example.com");
        browser.open(demo).continueAs("nervous@example.com");
        URI link = notMe(Inbox.of("nervous@example.com").awaitMail());

        deny(link);
        deny(link);
        deny(link);

        assertThat(realm.events().withDetail("cloakroom_method", "not-me")).hasSize(1);
    }

    @Test
    void a_strangers_notice_has_one_too_and_it_is_all_the_same() {
        browser.open(demo).continueAs("stranger-here@example.com");
        Mail notice = Inbox.of("stranger-here@example.com").awaitMail();

        Page done = deny(notice.links().get(notice.links().size() - 1));

        assertThat(done.textOf("#cloakroom-denied")).contains("It has ended");
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

        deny(notMe(Inbox.of("pestered@example.com").awaitMail()));

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

    private static URI notMe(Mail mail) {
        return mail.links().get(mail.links().size() - 1);
    }

    /** As the owner does it: in any browser, without signing in. */
    private static Page deny(URI link) {
        Browser owner = Browser.create();
        return owner.submit(owner.get(link).form(FORM));
    }

    private int offlineSessionsOf(String username) {
        String app = realm.admin().clients().findByClientId("demo-app").get(0).getId();
        return realm.existing(username).getOfflineSessions(app).size();
    }

    private int sessionsOf(String username) {
        return realm.existing(username).getUserSessions().size();
    }
}
