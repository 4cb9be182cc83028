package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import org.junit.jupiter.api.Test;

/** What sends a mail, what does not, and which code counts. */
class ResendIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("resend");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void the_newest_code_counts_and_the_wait_grows() throws InterruptedException {
        realm.user("again@example.com");
        Inbox inbox = Inbox.of("again@example.com");
        CodePage page = browser.open(demo).continueAs("again@example.com");
        String first = inbox.lastCode();

        Page early = browser.submit(page.form().with("resend", "on"));
        assertThat(early.status()).isEqualTo(429);
        assertThat(retryAfter(early)).isBetween(25L, 30L);
        assertThat(early.textOf("#cloakroom-wait")).contains("A new code can be sent in");

        Thread.sleep(30_000);
        CodePage second = new CodePage(page.screen().with(early)).resend();
        String newest = inbox.lastCode();
        assertThat(second.screen().page().notice()).contains("A new email");
        CodePage third = second.enterWrong(first);
        assertThat(third.error()).isNotEmpty();
        Page earlyAgain = browser.submit(third.form().with("resend", "on"));
        assertThat(retryAfter(earlyAgain)).isBetween(55L, 60L);
        assertThat(new CodePage(page.screen().with(earlyAgain))
                        .enter(newest)
                        .idToken()
                        .email())
                .isEqualTo("again@example.com");
    }

    @Test
    void looking_at_the_page_again_sends_nothing_and_kills_nothing() {
        realm.user("looks@example.com");
        CodePage page = browser.open(demo).continueAs("looks@example.com");
        Page code = page.screen().page();
        String typed = Inbox.of("looks@example.com").lastCode();

        browser.get(page.form().page());
        Page german = browser.get(code.exchange()
                .uri()
                .resolve(code.document().select("#login-select-toggle option").stream()
                        .map(option -> option.attr("value"))
                        .filter(link -> link.contains("kc_locale=de"))
                        .findFirst()
                        .orElseThrow()));
        browser.open(demo);

        assertThat(german.textOf("h1")).isEqualTo("Prüfen Sie Ihr Postfach");
        browser.submit(german.form("cloakroom-code-form").with("code", typed));
        assertThat(browser.cookies()).containsKey("KEYCLOAK_IDENTITY");
        assertThat(Inbox.of("looks@example.com").count()).isEqualTo(1);
    }

    @Test
    void going_back_to_the_address_loses_nothing() {
        realm.user("backwards@example.com");
        CodePage page = browser.open(demo).continueAs("backwards@example.com");
        String code = Inbox.of("backwards@example.com").lastCode();

        IdentifyPage address = page.change();
        assertThat(address.form().values()).containsEntry("username", "backwards@example.com");
        CodePage again = address.continueAs("Backwards@Example.com");

        assertThat(again.enter(code).idToken().email()).isEqualTo("backwards@example.com");
        assertThat(Inbox.of("backwards@example.com").count()).isEqualTo(1);
    }

    @Test
    void somebody_elses_wait_is_not_mine() {
        realm.user("shared@example.com");
        browser.open(demo).continueAs("shared@example.com");
        Inbox.of("shared@example.com").awaitMail();

        CodePage mine = Browser.create().open(demo).continueAs("shared@example.com");

        assertThat(mine.enter(Inbox.of("shared@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("shared@example.com");
    }

    private static long retryAfter(Page page) {
        return Long.parseLong(page.exchange().header("Retry-After").orElseThrow());
    }
}
