package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address field: what it takes, what it refuses, and whom it finds. */
class AddressIT extends CloakroomIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@example.com\r\nBcc: eve@example.com",
                "ada@example.com,eve@example.com",
                "Ada <ada@example.com>",
                "ada@example.com\u0000",
                "<script>alert(1)</script>",
                "../../etc/passwd",
                "nora",
                "${7*7}@example.com x"
            })
    void hostile_or_impossible_input_gets_a_kind_word_on_the_same_page(String input) {
        IdentifyPage page = browser.open(app).continueInVain(input);

        assertThat(page.error()).isEqualTo("This does not look like an email address. Check it and try again.");
        assertThat(page.screen().page().status()).isEqualTo(200);
        assertThat(page.screen().page().exchange().body()).doesNotContain("<script>alert(1)");
        assertThat(Inbox.of("hostile@example.com").count()).isZero();
        assertThat(Inbox.of("eve@example.com").count()).isZero();
    }

    @Test
    void an_empty_field_is_named() {
        assertThat(browser.open(app).continueInVain("  ").error()).isEqualTo("Enter your email address.");
    }

    @Test
    void input_as_large_as_keycloak_lets_through_is_refused_without_a_burden() {
        IdentifyPage asked = browser.open(app);
        int usual = asked.screen().page().exchange().body().length();

        IdentifyPage page = asked.continueInVain("a".repeat(120_000));

        assertThat(page.error()).isNotEmpty();
        assertThat(page.screen().page().exchange().body()).hasSizeLessThan(usual + 2_000);
    }

    @Test
    void what_was_typed_stays_in_the_field() {
        IdentifyPage page = browser.open(app).continueInVain("ada@example,com");

        assertThat(page.form().values()).containsEntry("username", "ada@example,com");
    }

    @Test
    void a_login_hint_is_suggested_and_may_be_changed() {
        IdentifyPage page = browser.open(app.with("login_hint", "ada@example.com"));

        assertThat(page.form().values()).containsEntry("username", "ada@example.com");
        assertThat(page.continueAs("uma@example.com").screen().page().textOf("#cloakroom-address"))
                .isEqualTo("uma@example.com");
    }

    @Test
    void on_re_authentication_the_address_is_known_and_a_posted_one_is_ignored() {
        TestRealm realm = realms.copy("reauthentication");
        realm.user("returning@example.com");
        realm.user("victim@example.com");
        DemoApp demo = DemoApp.of(realm.issuer());
        browser.open(demo)
                .continueAs("returning@example.com")
                .enter(Inbox.of("returning@example.com").lastCode());

        IdentifyPage page = browser.open(demo.with("prompt", "login"));
        assertThat(page.form().values()).containsEntry("username", "returning@example.com");
        assertThat(page.screen().page().document().select("#username[readonly]"))
                .hasSize(1);
        CodePage code = page.continueAs("victim@example.com");

        assertThat(Inbox.of("victim@example.com").count()).isZero();
        assertThat(code.enter(Inbox.of("returning@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("returning@example.com");
    }

    @Test
    void a_session_alone_does_not_answer_prompt_login() {
        TestRealm realm = realms.copy("prompt-login");
        realm.user("asked@example.com");
        DemoApp demo = DemoApp.of(realm.issuer());
        browser.open(demo)
                .continueAs("asked@example.com")
                .enter(Inbox.of("asked@example.com").lastCode());

        Screen silent = browser.open(demo::screen);
        CodePage asked = browser.open(demo.with("prompt", "login")).continueAs("asked@example.com");

        assertThat(silent.page().hasLeft()).isTrue();
        assertThat(asked.enterWrong("ZZZZ-ZZZZ").error()).isNotEmpty();
    }

    @Test
    void the_mail_goes_to_the_stored_address_whatever_was_typed() {
        TestRealm realm = realms.copy("spellings");
        realm.user("stored@example.com");

        CodePage page = Browser.create().open(DemoApp.of(realm.issuer())).continueAs("  STORED@EXAMPLE.COM ");

        assertThat(Inbox.of("stored@example.com").awaitMail().to()).isEqualTo("stored@example.com");
        assertThat(page.screen().page().textOf("#cloakroom-address")).isEqualTo("STORED@EXAMPLE.COM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m\u0131ke@example.com", "mi\u212Ae@example.com", "mike+x@example.com"})
    void a_lookalike_is_a_stranger(String lookalike) {
        TestRealm realm = realms.copy("lookalikes");
        realm.user("mike@example.com");

        Browser.create().open(DemoApp.of(realm.issuer())).continueAs(lookalike);
        Page marker = Browser.create()
                .open(DemoApp.of(realm.issuer()))
                .continueAs("mike@example.com")
                .screen()
                .page();
        Inbox.of("mike@example.com").awaitCount(1);

        assertThat(marker.status()).isEqualTo(200);
        assertThat(Inbox.of("mike@example.com").count()).isEqualTo(1);
    }

    @Test
    void an_address_that_two_accounts_share_signs_nobody_in() {
        TestRealm realm = realms.copy("duplicates", representation -> {
            representation.setLoginWithEmailAllowed(false);
            representation.setDuplicateEmailsAllowed(true);
        });
        realm.user("one", user -> user.setEmail("both@example.com"));
        realm.user("other", user -> user.setEmail("both@example.com"));
        realm.user("alone", user -> user.setEmail("alone@example.com"));

        browser.open(DemoApp.of(realm.issuer())).continueAs("both@example.com");
        Inbox both = Inbox.of("both@example.com");
        CodePage alone = Browser.create().open(DemoApp.of(realm.issuer())).continueAs("alone@example.com");

        assertThat(both.awaitMail().text()).contains("No account there can be used");
        assertThat(alone.enter(Inbox.of("alone@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("alone@example.com");
    }
}
