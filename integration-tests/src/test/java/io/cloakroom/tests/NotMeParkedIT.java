package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.pages.TotpSetupPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "This was not me" while a login that stands on the mail waits at some page. */
class NotMeParkedIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("not-me-parked");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void it_stops_a_login_that_waits_for_its_second_factor() {
        Browser thief = Browser.create();
        CodePage page = thief.open(app).continueAs("tom@example.com");
        Mail mail = Inbox.of("tom@example.com").awaitMail();
        TotpPage totp = page.enterThenTotp(mail.code());

        NotMe.deny(NotMe.link(mail));
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

        NotMe.deny(NotMe.link(mail));
        Page refused = browser.submit(parked.form("kc-update-profile-form"));

        assertThat(refused.hasLeft()).as(refused.toString()).isFalse();
        assertThat(sessionsOf("parked@example.com")).isZero();
    }

    @Test
    void a_session_that_comes_of_it_afterwards_ends_at_once() {
        realm.user("patient@example.com");
        browser.open(demo).continueAs("patient@example.com");
        Mail mail = Inbox.of("patient@example.com").awaitMail();
        Browser thief = Browser.create();
        LinkPage link = LinkPage.elsewhere(thief, mail.link());
        Form offer =
                link.screen().submit(link.form().with("passkeys", "yes")).page().form("cloakroom-passkey-offer-form");

        NotMe.deny(NotMe.link(mail));
        thief.submit(offer.with("later", "on"));

        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
        assertThat(sessionsOf("patient@example.com")).isZero();
        assertThat(thief.get(demo.login().uri()).hasLeft()).isFalse();
    }

    @Test
    void what_a_login_elsewhere_does_afterwards_is_undone() {
        realm.user("undone@example.com", user -> user.setRequiredActions(List.of("CONFIGURE_TOTP")));
        browser.open(demo).continueAs("undone@example.com");
        Mail mail = Inbox.of("undone@example.com").awaitMail();
        Browser thief = Browser.create();
        Screen parked = LinkPage.elsewhere(thief, mail.link()).submit();

        NotMe.deny(NotMe.link(mail));
        Screen after = new TotpSetupPage(parked).enrol();

        assertThat(after.page().status()).isLessThan(500);
        assertNothingIsLeft("undone@example.com");
    }

    /** It has proved nothing itself: the session that it began from, and that is over, had. */
    @Test
    void so_is_what_a_login_does_that_had_begun_from_a_session_of_it() {
        realm.user("begun@example.com");
        browser.open(demo).continueAs("begun@example.com");
        Mail mail = Inbox.of("begun@example.com").awaitMail();
        Browser thief = Browser.create();
        LinkPage.elsewhere(thief, mail.link()).submit();
        Screen parked = thief.open(demo.with("kc_action", "CONFIGURE_TOTP")::screen);

        NotMe.deny(NotMe.link(mail));
        Screen after = new TotpSetupPage(parked).enrol();

        assertThat(after.page().status()).isLessThan(500);
        assertNothingIsLeft("begun@example.com");
    }

    private void assertNothingIsLeft(String username) {
        assertThat(realm.existing(username).credentials()).isEmpty();
        assertThat(sessionsOf(username)).isZero();
    }

    private int sessionsOf(String username) {
        return realm.existing(username).getUserSessions().size();
    }
}
