package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Look;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.Login;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

/** Links as a real browser meets them: the tab that waits, the other device, the scanner. */
class MagicLinkBrowserIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("link-browser");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void the_tab_that_waits_moves_on_by_itself() {
        realm.user("tabs@example.com");
        try (Chromium chromium = Chromium.open()) {
            Login login = demo.login();
            chromium.go(login.uri()).type("username", "tabs@example.com").press("#cloakroom-email");
            URI link = Inbox.of("tabs@example.com").lastLink();
            chromium.await("#cloakroom-code-form");
            ChromeDriver driver = chromium.driver();
            String waiting = driver.getWindowHandle();
            driver.switchTo().newWindow(WindowType.TAB);

            chromium.go(link).await("#cloakroom-confirm");
            show(chromium, "link-confirm");
            assertThat(driver.getCurrentUrl()).doesNotContain("key=");
            assertThat(driver.findElements(By.cssSelector("script[src], link[rel=stylesheet], img")))
                    .extracting(element ->
                            element.getDomProperty(element.getTagName().equals("link") ? "href" : "src"))
                    .allMatch(source -> source.startsWith(keycloak.baseUri().toString()));
            chromium.press("#cloakroom-confirm").press("#cloakroom-later");

            assertThat(login.redeem(chromium.awaitArrivalAt(login.redirectUri()))
                            .idToken()
                            .email())
                    .isEqualTo("tabs@example.com");
            driver.switchTo().window(waiting);
            assertThat(chromium.awaitArrivalAt(login.redirectUri()).getQuery()).contains("code=");
        }
    }

    @Test
    void a_scanner_that_runs_scripts_and_follows_every_link_signs_nobody_in() {
        realm.user("scanned@example.com");
        browser.open(demo).continueAs("scanned@example.com");
        Mail mail = Inbox.of("scanned@example.com").awaitMail();
        try (Chromium scanner = Chromium.open()) {
            for (URI link : mail.links()) {
                scanner.go(link);
                List<String> anchors = scanner.driver().findElements(By.cssSelector("a[href]")).stream()
                        .map(anchor -> anchor.getDomProperty("href"))
                        .filter(href -> href != null && href.startsWith("http"))
                        .toList();
                anchors.forEach(href -> scanner.go(URI.create(href)));
            }
            assertThat(scanner.driver().manage().getCookieNamed("KEYCLOAK_IDENTITY"))
                    .isNull();
        }

        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        try (Chromium phone = Chromium.open()) {
            show(phone.go(mail.link()), "link-elsewhere");
            phone.press("#cloakroom-confirm").press("#cloakroom-later");
            phone.awaitArrivalAt(URI.create("http://localhost:8081/"));
            show(phone.go(mail.link()), "link-ended");
            show(phone.go(mail.links().get(1)), "not-me");
            phone.press("#cloakroom-deny");
            assertThat(phone.await("#cloakroom-denied").getText()).contains("no longer works");
            assertThat(phone.await("#kc-page-title").getText()).isEqualTo("It has ended");
        }
        assertThat(realm.existing("scanned@example.com").getUserSessions()).isEmpty();
    }

    @Test
    void the_mail_has_one_button_and_looks_right() {
        realm.user("mail@example.com");
        Browser.create().open(demo.with("ui_locales", "de")).continueAs("mail@example.com");
        Mail mail = Inbox.of("mail@example.com").awaitMail();
        try (Chromium chromium = Chromium.open()) {
            chromium.go(HtmlMail.asPage(mail.html()));
            show(chromium, "link-mail");

            List<WebElement> links = chromium.driver().findElements(By.tagName("a"));
            assertThat(links)
                    .extracting(link -> URI.create(link.getDomProperty("href")))
                    .containsExactlyElementsOf(mail.links());
        }
    }

    private static void show(Chromium chromium, String name) {
        for (Look look : Look.values()) {
            assertThat(chromium.screenshot(name, look)).isNotEmptyFile();
        }
    }
}
