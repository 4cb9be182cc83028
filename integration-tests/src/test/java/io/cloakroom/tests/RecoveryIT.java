package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** The way back in: the mailbox opens what has nothing stronger than passkeys, and nothing else. */
class RecoveryIT extends CloakroomIT {

    private static final String LOST = "cloakroom-lost-passkeys-form";
    private static final String OFFER = "cloakroom-passkey-offer-form";

    private final TestRealm realm = realms.once("recovery", representation -> {});
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void an_account_without_any_strong_factor_comes_back_at_level_1_and_its_owner_hears_of_it() {
        realm.user("plain@example.com");

        SignedIn plain = recover("plain@example.com").signedIn();

        assertThat(plain.idToken().email()).isEqualTo("plain@example.com");
        assertThat(plain.idToken().acr()).isEqualTo("1");
        assertThat(plain.idToken().amr()).containsExactly("email-otp");
        assertThat(Inbox.of("plain@example.com").awaitMail().text()).contains("Your account was recovered");
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
        assertThat(realm.events().withDetail("cloakroom_recovery", "recovered")).hasSize(1);
    }

    @Test
    void lost_passkeys_are_removed_and_a_new_one_is_offered() {
        SoftPasskey lost = SoftPasskey.create();
        SoftPasskey kept = SoftPasskey.create();
        realm.user(
                "phone@example.com",
                user -> user.setCredentials(List.of(
                        named(lost.enrolledAs("webauthn-passwordless"), "The lost phone"),
                        named(kept.enrolledAs("webauthn-passwordless"), "The laptop"))));

        Screen page = recover("phone@example.com");
        String text = page.page().document().text();
        String id = page.page()
                .document()
                .select("label:contains(The lost phone) input[name=lost]")
                .attr("value");
        Screen offer = page.submit(page.page().form(LOST).with("lost", id).with("passkeys", "yes"));

        assertThat(text).contains("The lost phone", "The laptop");
        assertThat(realm.existing("phone@example.com").credentials())
                .extracting(CredentialRepresentation::getUserLabel)
                .containsExactly("The laptop");
        assertThat(offer.page().hasForm(OFFER)).isTrue();
        Screen added = offer.submit(offer.page().form(OFFER).with("later", "on"));
        assertThat(added.signedIn().idToken().acr()).isEqualTo("1");
        Inbox.of("phone@example.com").awaitCount(3);
    }

    @Test
    void whoever_signed_in_before_a_passkey_was_lost_is_signed_out() {
        realm.user(
                "stolen@example.com",
                user -> user.setCredentials(List.of(SoftPasskey.create().enrolledAs("webauthn-passwordless"))));
        Browser.create()
                .open(demo)
                .continueAs("stolen@example.com")
                .enter(Inbox.of("stolen@example.com").lastCode());
        String thief =
                realm.existing("stolen@example.com").getUserSessions().get(0).getId();
        Screen page = recover("stolen@example.com");
        String id = page.page().document().select("input[name=lost]").attr("value");

        page.submit(page.page().form(LOST).with("lost", id)).signedIn();

        assertThat(realm.existing("stolen@example.com").getUserSessions())
                .as("whoever found it, and not whoever recovers")
                .hasSize(1)
                .noneMatch(session -> session.getId().equals(thief));
    }

    @Test
    void a_slip_removes_nothing_and_neither_does_somebody_elses_passkey() {
        realm.user(
                "other@example.com",
                user -> user.setCredentials(List.of(SoftPasskey.create().enrolledAs("webauthn-passwordless"))));
        realm.user(
                "slip@example.com",
                user -> user.setCredentials(List.of(SoftPasskey.create().enrolledAs("webauthn-passwordless"))));
        String foreign =
                realm.existing("other@example.com").credentials().get(0).getId();

        Screen page = recover("slip@example.com");
        page.submit(page.page().form(LOST).with("lost", foreign)).signedIn();

        assertThat(realm.existing("other@example.com").credentials()).hasSize(1);
        assertThat(realm.existing("slip@example.com").credentials()).hasSize(1);
    }

    @Test
    void an_account_with_a_second_factor_needs_it_before_anything_is_added_or_removed() {
        realm.user(
                "both@example.com",
                user -> user.setCredentials(
                        List.of(Credentials.totp(), SoftPasskey.create().enrolledAs("webauthn-passwordless"))));

        TotpPage totp = new TotpPage(recover("both@example.com"));
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(realm.existing("both@example.com").credentials()).hasSize(2);
        Screen page = totp.submit(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());

        assertThat(page.page().hasForm(LOST)).isTrue();
        SignedIn back = page.submit(page.page().form(LOST)).signedIn();
        assertThat(back.idToken().amr()).contains("email-otp", "otp", "mfa");
        assertThat(back.idToken().acr()).isEqualTo("2");
    }

    /** Keycloak waits five minutes by default for an answer on this path, and then begins anew. */
    @Test
    void a_code_lives_no_longer_than_keycloak_waits_for_it_and_page_and_mail_say_so() {
        TestRealm hasty =
                realms.copy("recovery-hasty", representation -> representation.setAccessCodeLifespanUserAction(120));
        hasty.user("hasty@example.com");

        CodePage page =
                RecoveryPage.from(browser.open(DemoApp.of(hasty.issuer()))).continueAs("hasty@example.com");
        Mail mail = Inbox.of("hasty@example.com").awaitMail();

        assertThat(page.screen().page().textOf("#cloakroom-code-help")).contains("2 min");
        assertThat(mail.text()).contains("for 2 min");
        assertThat(page.enter(mail.code()).idToken().email()).isEqualTo("hasty@example.com");
    }

    @Test
    void a_new_passkey_can_be_required() {
        TestRealm strict = realms.copy(
                "recovery-strict",
                representation -> StepSettings.of(representation, "cloakroom-recover-account")
                        .set("newPasskey", "require"));
        strict.user("strict@example.com");

        Screen next = RecoveryPage.from(browser.open(DemoApp.of(strict.issuer())))
                .continueAs("strict@example.com")
                .submit(Inbox.of("strict@example.com").lastCode());

        assertThat(next.page().hasLeft()).isFalse();
        assertThat(next.page().id()).isEqualTo("login-webauthn-register");
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    private Screen recover(String address) {
        return RecoveryPage.from(browser.open(demo))
                .continueAs(address)
                .submit(Inbox.of(address).lastCode());
    }

    private static CredentialRepresentation named(CredentialRepresentation credential, String label) {
        credential.setUserLabel(label);
        return credential;
    }
}
