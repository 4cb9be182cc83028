package io.cloakroom.tests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Authenticator;
import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Look;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.RunningKeycloak;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.MailServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The sample app as a developer tries it: what it is told, and what becomes of everything that it can ask for. */
class DemoIT {

    private static final String ADDRESS = "dev@example.com";

    private final Chromium chromium = Chromium.open();
    private final DemoSite site = DemoSite.at(0);
    private final TestRealm realm = new Realms(RunningKeycloak.shared()).copy("demo-site", this::letTheSiteIn);

    @BeforeEach
    void open_the_site() {
        MailServer.shared().empty();
        realm.user(ADDRESS);
        site.open(AppFiles.of(realm.issuer()), new MailboxPages());
        Authenticator.builtInto(chromium);
    }

    @AfterEach
    void close_the_site() {
        chromium.close();
        site.close();
    }

    @Test
    void the_page_says_how_somebody_signed_in_and_signing_out_ends_the_session() {
        signIn();

        assertThat(text("#headline")).isEqualTo("You signed in with a code by email");
        assertThat(text("#level")).startsWith("Level 1");
        assertThat(text("#facts")).contains(ADDRESS, "demo-app");
        assertThat(text("#id-token")).contains("\"acr\": \"1\"", "\"email-otp\"");
        show("app-signed-in");
        chromium.press("[data-ask=sign-out]").await("#sign-in");

        assertThat(realm.existing(ADDRESS).getUserSessions()).isEmpty();
        chromium.press("#sign-in .primary").await("#cloakroom-email");
        assertIsQuiet();
    }

    @Test
    void a_passkey_is_added_and_then_reaches_level_2_without_an_email() {
        signIn();
        ask("step-up");
        assertThat(text("#notice")).contains("has nothing that reaches it");
        assertThat(text("#level")).startsWith("Level 1");

        chromium.press("[data-ask=passkey]").press("#registerWebAuthn").answerPrompt("The laptop");
        assertThat(text("#notice")).isEqualTo("The passkey was added.");
        assertThat(Inbox.of(ADDRESS).awaitMail().subject()).contains("A change to your account");
        int mails = Inbox.of(ADDRESS).count();
        chromium.press("[data-ask=step-up]").press("#authenticateWebAuthnButton");

        assertThat(text("#level[data-level='2']")).startsWith("Level 2");
        assertThat(text("#headline")).isEqualTo("You signed in with a code by email and a passkey");
        assertThat(Inbox.of(ADDRESS).count()).isEqualTo(mails);
        show("app-level-2");
        assertIsQuiet();
    }

    @Test
    void proving_it_again_asks_for_everything_and_a_young_session_is_enough_for_max_age() {
        signIn();
        String first = text("#since");

        letASecondPass();
        ask("recent");
        assertThat(text("#notice")).contains("Nothing was asked");
        assertThat(text("#since")).endsWith(first.substring(first.indexOf(" at ")));
        chromium.press("[data-ask=again]").press("#cloakroom-email");
        enterCode();

        assertThat(text("#headline")).isEqualTo("You signed in with a code by email");
        assertThat(text("#since")).doesNotEndWith(first.substring(first.indexOf(" at ")));
        assertIsQuiet();
    }

    @Test
    void the_second_app_finds_the_session_and_the_page_says_so() {
        signIn();
        letASecondPass();
        chromium.press("[name=app][value=demo-app-password]").press("#sign-in .primary");

        assertThat(text("#facts")).contains("demo-app-password");
        assertThat(text("#notice")).contains("Nothing was asked");
        assertIsQuiet();
    }

    @Test
    void the_app_adds_address_and_language_to_what_it_asks() {
        chromium.go(site.uri()).await("#sign-in");
        show("app-signed-out");
        chromium.press("#sign-in summary").type("login_hint", ADDRESS).press("[name=ui_locales] [value=de]");
        chromium.press("#sign-in .primary").await("html[lang=de]");

        assertThat(chromium.await("#username").getDomProperty("value")).isEqualTo(ADDRESS);
        assertIsQuiet();
    }

    @Test
    void the_mailbox_shows_the_mail() {
        signIn();
        chromium.go(site.uri().resolve("/mail"));
        show("mailbox");
        assertThat(text(".mails")).contains(ADDRESS);
        chromium.go(site.uri().resolve("/mail/1")).await("iframe");
        show("mailbox-mail");

        assertThat(text("pre")).contains(MailServer.shared().mails().get(0).code());
        assertIsQuiet();
    }

    private void letTheSiteIn(RealmRepresentation shipped) {
        shipped.getClients().forEach(client -> {
            client.setRootUrl(site.uri().toString());
            client.setRedirectUris(List.of(site.uri() + "/*"));
        });
    }

    private void signIn() {
        chromium.go(site.uri()).press("#sign-in .primary");
        chromium.type("username", ADDRESS).press("#cloakroom-email");
        enterCode();
        chromium.press("#cloakroom-later").await("#headline");
    }

    private void enterCode() {
        chromium.type("code", Inbox.of(ADDRESS).lastCode()).press("#cloakroom-verify");
    }

    /** Presses a button that comes straight back. */
    private void ask(String what) {
        chromium.press("[data-ask=" + what + "]").await("#notice");
    }

    /** Tokens count in seconds: what happens within one is at the same time. */
    private static void letASecondPass() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while a second passes", e);
        }
    }

    private String text(String selector) {
        return chromium.await(selector).getText();
    }

    /** The browser has nothing to report: no violation of the policy, no refused request, no exception. */
    private void assertIsQuiet() {
        assertThat(chromium.driver().manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    private void show(String name) {
        for (Look look : Look.values()) {
            assertThat(chromium.screenshot(name, look)).isNotEmptyFile();
            assertThat(chromium.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }
}
