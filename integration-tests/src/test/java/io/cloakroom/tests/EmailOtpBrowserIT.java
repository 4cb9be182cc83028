package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Look;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.Login;
import io.cloakroom.tests.pages.SignedIn;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Signing in with a code from the mailbox, as a real browser shows it. */
class EmailOtpBrowserIT extends CloakroomIT {

    @Test
    void signs_in_with_the_code_from_the_mail() {
        try (Chromium chromium = Chromium.open()) {
            Login login = app.login();
            chromium.go(login.uri()).type("username", "ada@example.com");
            show(chromium, "identify");
            chromium.press("#cloakroom-identify-form [name=method][value=email]");

            Mail mail = Inbox.of("ada@example.com").awaitMail();
            show(chromium, "code");
            chromium.type("code", mail.code()).press("#cloakroom-verify");
            chromium.press("#cloakroom-later");

            SignedIn ada = login.redeem(chromium.awaitArrivalAt(login.redirectUri()));
            assertThat(ada.idToken().email()).isEqualTo("ada@example.com");
            show(chromium.go(HtmlMail.asPage(mail.html())), "mail");
        }
    }

    @Test
    void the_countdown_runs_and_ends_without_a_script() throws InterruptedException {
        try (Chromium chromium = Chromium.open()) {
            chromium.go(app.login().uri()).type("username", "ada@example.com").press("#cloakroom-email");
            assertThat(chromium.await("#cloakroom-wait").getText()).contains("A new code can be sent in");

            Thread.sleep(31_000);

            assertThat(chromium.driver().findElements(By.cssSelector("#cloakroom-wait")))
                    .noneMatch(WebElement::isDisplayed);
            chromium.press("#cloakroom-resend");
            assertThat(chromium.await(".pf-m-success").getText()).contains("A new email is on its way");
        }
    }

    @Test
    void a_double_click_sends_one_answer() {
        TestRealm realm = realms.copy("double-click");
        realm.user("clicks@example.com");
        try (Chromium chromium = Chromium.open()) {
            Login login = DemoApp.of(realm.issuer()).login();
            chromium.go(login.uri()).type("username", "clicks@example.com").press("#cloakroom-email");
            chromium.type("code", Inbox.of("clicks@example.com").lastCode());

            chromium.driver()
                    .executeScript("const b = document.getElementById('cloakroom-verify'); b.click(); b.click();");
            chromium.press("#cloakroom-later");

            assertThat(login.redeem(chromium.awaitArrivalAt(login.redirectUri()))
                            .idToken()
                            .email())
                    .isEqualTo("clicks@example.com");
            assertThat(realm.events().countWithDetail("cloakroom_reason", "spent"))
                    .isZero();
        }
    }

    @Test
    void errors_and_other_languages_look_right_too() {
        try (Chromium chromium = Chromium.open()) {
            chromium.go(app.with("ui_locales", "de").login().uri())
                    .type("username", "ada@example")
                    .press("#cloakroom-email");
            chromium.type("code", "FALSCH-1").press("#cloakroom-verify");
            show(chromium, "code-wrong-german");
            chromium.go(app.with("login_hint", "Ada <ada@example.com>").login().uri())
                    .press("#cloakroom-email");
            show(chromium, "address-refused");

            assertThat(chromium.await("#input-error-username").getText()).contains("does not look like");
            assertThat(chromium.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    private static void show(Chromium chromium, String name) {
        for (Look look : Look.values()) {
            assertThat(chromium.screenshot(name, look)).isNotEmptyFile();
        }
    }
}
