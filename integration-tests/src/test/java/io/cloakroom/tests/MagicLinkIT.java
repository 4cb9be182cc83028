package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Promises 8 and 9: reading a link changes nothing, and it signs in the browser that asked, or another that agrees. */
class MagicLinkIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("links");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void the_link_goes_on_with_the_login_that_asked_for_it() {
        realm.user("link@example.com");
        CodePage waiting = browser.open(demo).continueAs("link@example.com");

        SignedIn somebody =
                LinkPage.here(waiting, Inbox.of("link@example.com").lastLink()).confirm();

        assertThat(somebody.idToken().email()).isEqualTo("link@example.com");
        assertThat(somebody.idToken().amr()).containsExactly("magic-link");
        assertThat(realm.events().ofType("LOGIN"))
                .singleElement()
                .satisfies(login -> assertThat(login.getDetails())
                        .contains(
                                Map.entry("cloakroom_method", "magic-link"),
                                Map.entry("cloakroom_purpose", "sign-in")));
    }

    @Test
    void the_page_says_who_asks_and_where_it_leads() {
        realm.user("facts@example.com");
        CodePage waiting = browser.sending(
                        "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
                .open(demo)
                .continueAs("facts@example.com");

        LinkPage page = LinkPage.here(waiting, Inbox.of("facts@example.com").lastLink());

        assertThat(page.text())
                .contains("f•••@example.com", "Demo app", "Cloakroom", "Firefox")
                .doesNotContain("facts@example.com");
        assertThat(page.screen().page().textOf("time[datetime$=Z]")).endsWith("UTC");
        assertThat(page.screen().page().exchange().uri().toString()).doesNotContain("key=");
        assertThat(page.screen().page().exchange().headers().firstValue("Referrer-Policy"))
                .hasValue("no-referrer");
        assertThat(page.screen()
                        .page()
                        .exchange()
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
    }

    @Test
    void opening_it_often_and_in_any_way_changes_nothing() {
        realm.user("scanned@example.com");
        CodePage waiting = browser.open(demo).continueAs("scanned@example.com");
        Mail mail = Inbox.of("scanned@example.com").awaitMail();

        for (String method : List.of("HEAD", "OPTIONS", "GET", "GET", "GET")) {
            Browser scanner = Browser.create();
            assertThat(scanner.send(method, mail.link(), "", "").status()).isLessThan(500);
            scanner.get(mail.link());
            assertThat(scanner.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        }

        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(waiting.enter(mail.code()).idToken().email()).isEqualTo("scanned@example.com");
    }

    @Test
    void in_another_browser_it_signs_in_that_one_and_lands_on_the_apps_home() {
        realm.user("phone@example.com");
        CodePage waiting = browser.open(demo).continueAs("phone@example.com");
        Browser phone = Browser.create();
        LinkPage page = LinkPage.elsewhere(phone, Inbox.of("phone@example.com").lastLink());
        assertThat(page.text()).contains("another browser", "p•••@example.com");

        URI home = page.submit().page().leftTo();

        assertThat(home.toString()).startsWith("http://localhost:8081/").doesNotContain("code=", "&state=");
        assertThat(phone.cookies()).containsKey("KEYCLOAK_IDENTITY");
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(waiting.isWaiting()).isTrue();
        CodePage spent = waiting.enterWrong("ZZZZ-ZZZZ");
        assertThat(spent.error()).contains("can no longer be used");
        assertThat(spent.isWaiting()).isFalse();
        assertThat(spent.screen().page().textOf("#cloakroom-wait")).contains("A new code can be sent in");
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void the_code_spends_the_link_and_the_link_the_code() {
        realm.user("either@example.com");
        CodePage waiting = browser.open(demo).continueAs("either@example.com");
        Mail mail = Inbox.of("either@example.com").awaitMail();
        waiting.enter(mail.code());

        Page after = Browser.create().get(mail.link());

        assertThat(after.id()).isEqualTo("login-cloakroom-link-ended");
        assertThat(after.textOf("#cloakroom-end")).contains("has been used");
    }

    @Test
    void a_second_factor_is_asked_for_all_the_same() {
        CodePage waiting = browser.open(app).continueAs("tom@example.com");
        LinkPage page = LinkPage.here(waiting, Inbox.of("tom@example.com").lastLink());

        TotpPage totp = new TotpPage(page.submit());

        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(totp.enter(AuthenticatorApp.ofTom().code()).idToken().email())
                .isEqualTo("tom@example.com");
    }
}
