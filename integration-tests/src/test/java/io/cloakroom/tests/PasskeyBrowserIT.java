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
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.openqa.selenium.By;

/** Passkeys as a real browser uses them: the offer, the next sign-in, and whatever may come to nothing. */
class PasskeyBrowserIT extends CloakroomIT {

    private static final String GRETA = "greta@example.com";

    @Test
    void whoever_takes_the_offer_types_nothing_the_next_time() {
        try (Member greta = Member.of(realms.copy("passkeys"), GRETA)) {
            Login login = greta.visit();
            greta.proveMailbox();
            greta.chromium().await("#cloakroom-passkey-offer-form");
            show(greta.chromium(), "passkey-offer");
            greta.chromium().press("#cloakroom-add");

            assertIsByEmail(greta.arrive(login));
            assertThat(greta.passkeys())
                    .extracting(CredentialRepresentation::getUserLabel)
                    .containsExactly(greta.browserInMail());
            Mail notice = greta.inbox().awaitMail();
            assertThat(notice.subject()).contains("A change to your account");
            assertThat(notice.text()).contains("Passkey");

            assertIsByPasskey(greta.arrive(greta.visit()));
            assertThat(greta.inbox().count()).isEqualTo(2);
            show(greta.chromium().go(HtmlMail.asPage(notice.html())), "security-notice");
        }
    }

    @Test
    void every_sign_in_raises_the_counter_that_keycloak_keeps() {
        try (Member greta = Member.of(realms.copy("passkeys"), GRETA)) {
            greta.addPasskey();
            assertIsByPasskey(greta.arrive(greta.visit()));
            long once = greta.counter();

            assertIsByPasskey(greta.arrive(greta.visit()));

            assertThat(greta.counter()).isGreaterThan(once);
        }
    }

    @Test
    void where_no_field_suggests_the_passkey_the_button_asks_for_it() {
        try (Member greta = Member.of(realms.copy("passkeys", PasskeyBrowserIT::askByButtonOnly), GRETA)) {
            greta.addPasskey();
            Login login = greta.visit();
            greta.authenticator().meetStranger();
            greta.chromium().press("#cloakroom-passkey").await("#cloakroom-passkey-cancelled");

            greta.authenticator().meetOwner();
            greta.chromium().press("#cloakroom-passkey");

            assertIsByPasskey(greta.arrive(login));
        }
    }

    @Test
    void a_prompt_that_fails_loses_neither_the_address_nor_the_way_by_email() {
        try (Member greta = Member.of(realms.copy("passkeys"), GRETA)) {
            greta.addPasskey();
            greta.authenticator().meetStranger();
            Login login = greta.visit();
            show(greta.chromium(), "identify-passkey");
            greta.chromium().type("username", GRETA).press("#cloakroom-passkey");

            assertThat(greta.chromium().await("#cloakroom-passkey-cancelled").getText())
                    .contains("No passkey was used");
            assertThat(greta.chromium().await("#username").getDomProperty("value"))
                    .isEqualTo(GRETA);
            show(greta.chromium(), "passkey-cancelled");
            greta.chromium().press("#cloakroom-email");
            greta.chromium().type("code", greta.inbox().lastCode()).press("#cloakroom-verify");

            assertIsByEmail(greta.arrive(login));
        }
    }

    @Test
    void the_button_is_there_after_an_error_and_in_another_language() {
        try (Member greta = Member.of(realms.copy("passkeys"), GRETA)) {
            Login login = greta.visit();
            assertThat(button(greta)).isEqualTo("Sign in with a passkey");
            greta.chromium().type("username", "greta").press("#cloakroom-email");
            greta.chromium().await("#input-error-username");
            assertThat(button(greta)).isEqualTo("Sign in with a passkey");

            greta.chromium().press("#login-select-toggle option[value*='kc_locale=de']");
            greta.chromium().await("html[lang=de]");
            assertThat(button(greta)).isEqualTo("Mit einem Passkey anmelden");

            greta.proveMailbox();
            greta.chromium().press("#cloakroom-later");
            assertIsByEmail(greta.arrive(login));
        }
    }

    @Test
    void a_browser_that_knows_no_passkeys_is_shown_no_button_and_made_no_offer() {
        try (Member greta = Member.of(realms.copy("passkeys"), GRETA)) {
            greta.chromium().forgetPasskeys();
            Login login = greta.visit();
            greta.chromium().await("#cloakroom-email");
            assertThat(greta.chromium()
                            .driver()
                            .findElement(By.id("cloakroom-passkey"))
                            .isDisplayed())
                    .isFalse();

            greta.proveMailbox();

            assertIsByEmail(greta.arrive(login));
        }
    }

    @Test
    void a_passkey_that_an_administrator_removed_did_not_work_and_another_can_be_had() {
        TestRealm realm = realms.copy("passkeys", PasskeyBrowserIT::askByButtonOnly);
        try (Member greta = Member.of(realm, GRETA)) {
            greta.addPasskey();
            realm.existing(GRETA).removeCredential(greta.passkeys().get(0).getId());
            assertThat(greta.inbox().awaitMail().subject()).contains("A change to your account");

            Login login = greta.visit();
            assertIsRefused(greta, realm);
            show(greta.chromium(), "passkey-refused");

            greta.proveMailbox();
            greta.chromium().press("#cloakroom-later");
            assertIsByEmail(greta.arrive(login));
        }
    }

    @Test
    void a_passkey_of_an_account_that_is_gone_did_not_work_either() {
        TestRealm realm = realms.copy("passkeys", PasskeyBrowserIT::askByButtonOnly);
        try (Member greta = Member.of(realm, GRETA)) {
            greta.addPasskey();
            realm.existing(GRETA).remove();

            Login login = greta.visit();
            assertIsRefused(greta, realm);

            realm.user("heir@example.com");
            greta.chromium().type("username", "heir@example.com").press("#cloakroom-email");
            greta.chromium()
                    .type("code", Inbox.of("heir@example.com").lastCode())
                    .press("#cloakroom-verify");
            greta.chromium().press("#cloakroom-later");
            assertThat(greta.arrive(login).idToken().email()).isEqualTo("heir@example.com");
        }
    }

    @Test
    void an_offer_that_fails_can_be_put_off() {
        TestRealm realm = realms.copy("passkeys");
        try (Member greta = Member.of(realm, GRETA)) {
            greta.authenticator().meetStranger();
            Login login = greta.visit(DemoApp.of(realm.issuer()).with("ui_locales", "de"));
            greta.proveMailbox();
            greta.chromium().await("#cloakroom-passkey-offer-form");
            show(greta.chromium(), "passkey-offer-german");

            greta.chromium().press("#cloakroom-add");
            assertThat(greta.chromium().await("#cloakroom-offer-message").getText())
                    .contains("Es wurde kein Passkey hinzugefügt");
            show(greta.chromium(), "passkey-offer-failed-german");
            greta.chromium().press("#cloakroom-later");

            assertIsByEmail(greta.arrive(login));
            assertThat(greta.passkeys()).isEmpty();
            assertThat(greta.authenticator().passkeys()).isZero();
        }
    }

    @Test
    void the_page_with_a_password_looks_right_too() {
        DemoApp withPassword = DemoApp.withPassword(realms.copy("passkeys").issuer());
        try (Chromium chromium = Chromium.open()) {
            chromium.go(withPassword.login().uri()).await("#cloakroom-passkey");
            show(chromium, "password");
            chromium.type("username", "pam@example.com")
                    .type("password", "wrong horse")
                    .press("#cloakroom-password");

            assertThat(chromium.await("#input-error-password").getText()).contains("Email or password is not right");
            assertThat(chromium.await("#password").getDomProperty("value")).isEmpty();
            show(chromium, "password-refused");
            show(chromium.go(withPassword.with("ui_locales", "de").login().uri()), "password-german");
            assertThat(chromium.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    /** Otherwise an authenticator that asks nobody answers again and again. The admin client has no verb for it yet. */
    private static void askByButtonOnly(RealmRepresentation realm) {
        realm.getAttributes().put("webAuthnPolicyMediationPasswordless", "none");
    }

    private static String button(Member member) {
        return member.chromium().await("#cloakroom-passkey").getText();
    }

    private static void assertIsRefused(Member member, TestRealm realm) {
        realm.events().clear();
        member.chromium().type("username", "typed@example.com").press("#cloakroom-passkey");
        assertThat(member.chromium().await(".pf-m-danger").getText()).contains("That passkey did not work here");
        assertThat(member.chromium().await("#username").getDomProperty("value")).isEqualTo("typed@example.com");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(realm.events().ofType("LOGIN_ERROR")).hasSize(1);
    }

    private static void assertIsByPasskey(SignedIn person) {
        assertThat(person.idToken().email()).isEqualTo(GRETA);
        assertThat(person.idToken().acr()).isEqualTo("2");
        assertThat(person.idToken().amr()).contains("pop", "passkey", "mfa");
    }

    private static void assertIsByEmail(SignedIn person) {
        assertThat(person.idToken().email()).isEqualTo(GRETA);
        assertThat(person.idToken().acr()).isEqualTo("1");
        assertThat(person.idToken().amr()).doesNotContain("passkey", "mfa");
    }

    private static void show(Chromium chromium, String name) {
        for (Look look : Look.values()) {
            assertThat(chromium.screenshot(name, look)).isNotEmptyFile();
        }
    }
}
