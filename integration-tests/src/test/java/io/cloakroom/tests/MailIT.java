package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Accounts;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.io.IOException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who gets which mail, and what it says. */
class MailIT extends CloakroomIT {

    private static final String FIREFOX_ON_LINUX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\"<\\s]+");

    @Test
    void a_mail_tells_who_asks_and_until_when() {
        TestRealm realm = realms.copy("mail-content");
        realm.user("reader@example.com");

        browser.sending("User-Agent", FIREFOX_ON_LINUX)
                .open(DemoApp.of(realm.issuer()))
                .continueAs("reader@example.com");
        Mail mail = Inbox.of("reader@example.com").awaitMail();

        assertThat(mail.subject()).isEqualTo("Your sign-in code for Cloakroom").doesNotContain(mail.code());
        assertThat(mail.text())
                .contains(
                        "App: Demo app", "Browser: Firefox, Linux", "15 min", "UTC", "will ever ask you for this code");
        assertThat(mail.html())
                .contains(mail.code(), "Demo app", "Firefox, Linux", "lang=\"en\"", "dir=\"ltr\"")
                .doesNotContain("<img", "src=", "url(", "@import", "<link", "<script");
        assertThat(ADDRESS.matcher(mail.html()).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(address -> address.startsWith(realm.issuer() + "/cloakroom/"));
    }

    @Test
    void a_browser_that_calls_itself_a_sentence_does_not_get_it_into_a_mail() {
        TestRealm realm = realms.copy("mail-agents");
        realm.user("careful@example.com");

        browser.sending("User-Agent", "Visit evil.example now/1.0 (Call +1 555, click http://evil.example)")
                .open(DemoApp.of(realm.issuer()))
                .continueAs("careful@example.com");

        assertThat(Inbox.of("careful@example.com").awaitMail().text()).doesNotContainIgnoringCase("evil");
    }

    @Test
    void a_mail_speaks_the_language_of_the_page() {
        TestRealm realm = realms.copy("mail-language");
        realm.user("leserin@example.com");

        CodePage page = browser.speaking("de").open(DemoApp.of(realm.issuer())).continueAs("leserin@example.com");
        Mail mail = Inbox.of("leserin@example.com").awaitMail();

        assertThat(page.screen().page().textOf("h1")).isEqualTo("Prüfen Sie Ihr Postfach");
        assertThat(mail.subject()).isEqualTo("Ihr Anmeldecode für Cloakroom");
        assertThat(mail.html()).contains("lang=\"de\"");
    }

    @Test
    void a_stranger_is_told_once_an_hour_and_never_gets_a_code() {
        TestRealm realm = realms.copy("mail-strangers");

        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("nobody@example.com");
        Mail notice = Inbox.of("nobody@example.com").awaitMail();
        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("Nobody@example.com");
        awaitQuiet(realm);

        assertThat(notice.subject()).isEqualTo("Sign-in to Cloakroom");
        assertThat(notice.text()).contains("No account there can be used");
        // A link may look like one by chance.
        assertThat(notice.text().replaceAll("https?://\\S+", "")).doesNotContainPattern("[A-Z0-9]{4}-[A-Z0-9]{4}");
        assertThat(Inbox.of("nobody@example.com").count()).isEqualTo(1);
    }

    @Test
    void where_the_realm_says_so_a_stranger_hears_nothing() {
        TestRealm realm = realms.copy(
                "mail-silence",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("unknownAddress", "silent"));

        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("unheard@example.com");
        awaitQuiet(realm);

        assertThat(Inbox.of("unheard@example.com").count()).isZero();
    }

    @Test
    void only_who_may_sign_in_gets_a_code() {
        TestRealm realm = realms.copy("mail-accounts");
        Map<String, String> kinds = Accounts.create(realm);

        kinds.values()
                .forEach(address ->
                        Browser.create().open(DemoApp.of(realm.issuer())).continueAs(address));

        kinds.forEach((kind, address) -> {
            boolean hasCode = Inbox.of(address).awaitMail().text().matches("(?s).*\\n[A-Z0-9]{4}-[A-Z0-9]{4}\\n.*");
            boolean mayHaveOne = !address.equals(Accounts.STRANGER)
                    && !address.equals(Accounts.DISABLED)
                    && !address.equals(Accounts.EMAIL_LESS);
            assertThat(hasCode).as(kind).isEqualTo(mayHaveOne);
        });
    }

    @Test
    void a_locked_account_learns_so_after_the_right_code_and_gets_no_session() {
        TestRealm realm = realms.copy("mail-locked");
        Accounts.create(realm);
        CodePage page = browser.open(DemoApp.of(realm.issuer())).continueAs(Accounts.LOCKED);

        var screen = page.submit(Inbox.of(Accounts.LOCKED).lastCode());

        assertThat(screen.page().hasLeft()).isFalse();
        assertThat(screen.page().error()).contains("paused");
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void a_server_that_says_not_now_is_asked_again_and_takes_the_mail_once() throws IOException {
        try (FaultySmtp smtp = FaultySmtp.refusing(2)) {
            TestRealm realm = realms.copy(
                    "mail-retry",
                    representation -> representation.getSmtpServer().put("port", "" + smtp.port()));
            realm.user("patient@example.com");

            browser.open(DemoApp.of(realm.issuer())).continueAs("patient@example.com");

            Patience.until("the server takes the mail", () -> smtp.taken() == 1);
            assertThat(smtp.tries()).isEqualTo(3);
            Patience.until(
                    "the operator is told",
                    () -> realm.events().ofType("SEND_VERIFY_EMAIL").size() == 1);
        }
    }

    @Test
    void a_mail_of_a_realm_that_is_gone_is_dropped_without_a_word() throws IOException, InterruptedException {
        try (FaultySmtp smtp = FaultySmtp.refusing(100)) {
            TestRealm realm = realms.copy(
                    "mail-gone",
                    representation -> representation.getSmtpServer().put("port", "" + smtp.port()));
            realm.user("homeless@example.com");
            browser.open(DemoApp.of(realm.issuer())).continueAs("homeless@example.com");
            Patience.until("somebody tries to send", () -> smtp.tries() == 1);

            realms.remove("mail-gone");
            int tries = smtp.tries();
            // The second try comes two seconds after the first, and the third, where a removal took so long, ten later.
            Thread.sleep(tries == 1 ? 3_000 : 11_000);

            assertThat(smtp.tries()).isEqualTo(tries);
            assertThat(ServerLog.of(keycloak.log()).text()).doesNotContain("could not be delivered");
        }
    }

    /** One more mail in the same realm went through, so those before it have been decided on. */
    private static void awaitQuiet(TestRealm realm) {
        realm.user("marker@example.com");
        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("marker@example.com");
        Inbox.of("marker@example.com").awaitMail();
    }
}
