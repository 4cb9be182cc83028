package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A link goes on with all that the app has asked for, and with all that the flow still asks. */
class MagicLinkLoginIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("link-logins");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void a_second_factor_is_asked_for_and_told_in_the_token() {
        CodePage waiting = browser.open(app).continueAs("tom@example.com");
        LinkPage page = LinkPage.here(waiting, Inbox.of("tom@example.com").lastLink());

        SignedIn tom =
                new TotpPage(page.submit()).enter(AuthenticatorApp.ofTom().code());

        assertThat(tom.idToken().amr()).containsExactly("magic-link", "otp", "mfa");
    }

    @Test
    void a_second_factor_is_asked_for_on_another_device_too() {
        browser.open(app).continueAs("tom@example.com");
        Browser phone = Browser.create();

        Page next = LinkPage.elsewhere(phone, Inbox.of("tom@example.com").lastLink())
                .submit()
                .page();

        assertThat(next.id()).isEqualTo("login-login-otp");
        assertThat(phone.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void the_token_tells_a_code_from_a_link() {
        SignedIn ada = browser.open(app)
                .continueAs("ada@example.com")
                .enter(Inbox.of("ada@example.com").lastCode());

        assertThat(ada.idToken().amr()).containsExactly("email-otp");
    }

    @Test
    void required_actions_run_after_the_link() {
        realm.user("todo@example.com", user -> user.setRequiredActions(List.of("UPDATE_PROFILE")));
        CodePage waiting = browser.open(demo).continueAs("todo@example.com");

        Page next = LinkPage.here(waiting, Inbox.of("todo@example.com").lastLink())
                .submit()
                .page();

        assertThat(next.id()).isEqualTo("login-login-update-profile");
    }

    @Test
    void what_the_app_asked_for_stays() {
        realm.user("asked@example.com");
        CodePage waiting = browser.open(demo.with("ui_locales", "de").with("acr_values", "1"))
                .continueAs("asked@example.com");

        LinkPage page = LinkPage.here(waiting, Inbox.of("asked@example.com").lastLink());

        assertThat(page.screen().page().document().selectFirst("html").attr("lang"))
                .isEqualTo("de");
        assertThat(page.confirm().idToken().email()).isEqualTo("asked@example.com");
    }

    @Test
    void whoever_is_asked_again_can_answer_by_link() {
        realm.user("again@example.com");
        browser.open(demo)
                .continueAs("again@example.com")
                .enter(Inbox.of("again@example.com").lastCode());
        CodePage waiting = browser.open(demo.with("prompt", "login")).continueAs("again@example.com");

        SignedIn somebody =
                LinkPage.here(waiting, Inbox.of("again@example.com").lastLink()).confirm();

        assertThat(somebody.idToken().email()).isEqualTo("again@example.com");
        assertThat(realm.events().ofType("LOGIN")).hasSize(2);
    }

    @Test
    void a_login_that_came_by_the_registration_page_goes_on_as_a_sign_in() {
        TestRealm open = realms.copy("link-open", representation -> representation.setRegistrationAllowed(true));
        open.user("member@example.com");
        Page registration = browser.get(URI.create(
                DemoApp.of(open.issuer()).with("prompt", "create").login().uri().toString()));
        Page back = browser.get(URI.create(registration
                .document()
                .select("a[href*=login-actions/authenticate]")
                .attr("abs:href")));
        Page waiting = browser.submit(back.form("cloakroom-identify-form").with("username", "member@example.com"));
        assertThat(waiting.hasForm("cloakroom-code-form")).isTrue();

        Page page = browser.get(Inbox.of("member@example.com").lastLink());

        assertThat(page.document().select("button[name=confirm]")).hasSize(1);
    }

    @Test
    void a_mail_programs_redirector_may_add_to_the_address_and_it_is_not_long() {
        realm.user("tracked@example.com");
        CodePage waiting = browser.open(demo).continueAs("tracked@example.com");
        URI link = Inbox.of("tracked@example.com").lastLink();

        LinkPage page = LinkPage.here(waiting, URI.create(link + "&utm_source=mail&clicked=1"));

        assertThat(page.confirm().idToken().email()).isEqualTo("tracked@example.com");
        assertThat(link.toString()).hasSizeLessThan(700);
    }

    @Test
    void a_resend_replaces_the_link_too() throws InterruptedException {
        realm.user("resent@example.com");
        CodePage waiting = browser.open(demo).continueAs("resent@example.com");
        URI old = Inbox.of("resent@example.com").lastLink();
        Thread.sleep(30_500);
        CodePage next = waiting.resend();

        assertThat(Browser.create().get(old).textOf("#cloakroom-end")).contains("newer one has replaced it");
        assertThat(LinkPage.here(next, Inbox.of("resent@example.com").lastLink())
                        .confirm()
                        .idToken()
                        .email())
                .isEqualTo("resent@example.com");
    }
}
