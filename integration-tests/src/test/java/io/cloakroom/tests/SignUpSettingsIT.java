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
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignUpPage;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What a realm may want of a sign-up. */
class SignUpSettingsIT extends CloakroomIT {

    @Test
    void whoever_signs_up_again_may_be_signed_in_with_all_that_the_account_asks_for() {
        TestRealm realm = realm(
                "taken-signs-in",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("takenAddress", "sign-in"));
        realm.user("again@example.com", user -> user.setCredentials(List.of(Credentials.totp())));

        CodePage page =
                SignUpPage.from(browser.open(DemoApp.of(realm.issuer()))).continueAs("again@example.com");
        Mail mail = Inbox.of("again@example.com").awaitMail();
        TotpPage totp = page.enterThenTotp(mail.code());
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        SignedIn back =
                totp.enter(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());

        assertThat(mail.subject()).contains("already have an account");
        assertThat(back.idToken().email()).isEqualTo("again@example.com");
        assertThat(realm.existing("again@example.com").toRepresentation().getFirstName())
                .as("what was typed changes nothing")
                .isEqualTo("Test");
        assertThat(realm.events().ofType("REGISTER")).isEmpty();
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void a_blocked_domain_reads_the_same_and_gets_no_code() {
        TestRealm realm = realm(
                "domains",
                representation -> StepSettings.of(representation, "cloakroom-email-otp")
                        .set("blockedDomains", "trash.example, *.trash.example"));

        CodePage page =
                SignUpPage.from(browser.open(DemoApp.of(realm.issuer()))).continueAs("me@in.trash.example");

        assertThat(page.enterWrong("ZZZZ-ZZZZ").error()).contains("not right");
        Mail mail = Inbox.of("me@in.trash.example").awaitMail();
        assertThat(mail.subject()).contains("Your sign-up");
        assertThat(mail.text()).contains("cannot be used there").doesNotContainPattern("(?m)^[A-Z0-9]{4}-[A-Z0-9]{4}$");
        SignUpPage.from(Browser.create().open(DemoApp.of(realm.issuer())))
                .continueAs("me@trashy.example")
                .enter(Inbox.of("me@trashy.example").lastCode());
    }

    @Test
    void a_name_that_is_taken_is_said_only_after_the_code_and_the_proof_is_kept() {
        TestRealm realm = realm("usernames", representation -> representation.setRegistrationEmailAsUsername(false));
        realm.user("nick@example.com", user -> user.setUsername("nick"));
        Map<String, String> wish =
                Map.of("username", "nick", "email", "other@example.com", "firstName", "Nic", "lastName", "Kay");

        CodePage page = new CodePage(
                SignUpPage.from(browser.open(DemoApp.of(realm.issuer()))).submit(wish));
        SignUpPage rest =
                new SignUpPage(page.submit(Inbox.of("other@example.com").lastCode()));

        assertThat(rest.screen().page().textOf("#input-error-container-username"))
                .contains("already exists");
        assertThat(rest.screen().page().textOf("#cloakroom-address")).isEqualTo("other@example.com");
        assertThat(rest.form().values()).containsEntry("firstName", "Nic").doesNotContainKey("email");
        SignedIn nic = rest.submit(Map.of("username", "nick2", "email", "forged@example.com"))
                .signedIn();
        assertThat(nic.idToken().email()).isEqualTo("other@example.com");
        assertThat(realm.existing("nick2").toRepresentation().getEmail()).isEqualTo("other@example.com");
    }

    @Test
    void whoever_has_proved_an_address_cannot_ask_for_all_the_others_by_name() {
        TestRealm realm = realm("names", representation -> representation.setRegistrationEmailAsUsername(false));
        realm.user("known@example.com", user -> user.setUsername("known"));
        Map<String, String> wish =
                Map.of("username", "known", "email", "asker@example.com", "firstName", "A", "lastName", "Sker");
        SignUpPage page = new SignUpPage(new CodePage(SignUpPage.from(browser.open(DemoApp.of(realm.issuer())))
                        .submit(wish))
                .submit(Inbox.of("asker@example.com").lastCode()));

        SignUpPage address = page.inVain(Map.of("username", "known@example.com"));
        SignUpPage stranger = address.inVain(Map.of("username", "nobody@example.com"));
        SignUpPage incomplete = stranger.inVain(Map.of("username", "known", "firstName", ""));

        assertThat(address.error()).isEqualTo(stranger.error()).contains("no email address");
        assertThat(incomplete.screen().page().textOf("#input-error-container-username"))
                .isEmpty();
        SignUpPage tired = incomplete.inVain(Map.of("username", "known", "firstName", "A"));
        for (int i = 0; i < 8; i++) {
            tired = tired.inVain(Map.of("username", "known"));
        }
        assertThat(tired.submit(Map.of("username", "known")).page().status()).isEqualTo(429);
    }

    @Test
    void terms_are_accepted_on_the_form_and_not_asked_for_again() {
        TestRealm realm = realm("terms", representation -> {
            representation.setVerifyEmail(true);
            representation.getRequiredActions().stream()
                    .filter(action -> action.getAlias().equals("TERMS_AND_CONDITIONS"))
                    .forEach(action -> {
                        action.setEnabled(true);
                        action.setDefaultAction(true);
                    });
        });
        SignUpPage page = SignUpPage.from(browser.open(DemoApp.of(realm.issuer())));

        SignUpPage refused =
                page.inVain(Map.of("email", "terms@example.com", "firstName", "Tara", "lastName", "Terms"));
        assertThat(refused.error()).isNotEmpty();
        Screen code = refused.submit(Map.of("termsAccepted", "on"));

        SignedIn signedIn =
                new CodePage(code).enter(Inbox.of("terms@example.com").lastCode());
        assertThat(signedIn.idToken().email()).isEqualTo("terms@example.com");
        assertThat(realm.existing("terms@example.com").toRepresentation().getRequiredActions())
                .isEmpty();
    }

    @Test
    void sign_in_and_sign_up_in_one_a_strangers_code_makes_the_account() {
        TestRealm realm = realm(
                "one-step",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("unknownAddress", "sign-up"));
        CodePage page = browser.open(DemoApp.of(realm.issuer())).continueAs("new@example.com");
        Mail mail = Inbox.of("new@example.com").awaitMail();

        SignUpPage rest = new SignUpPage(page.submit(mail.code()));
        assertThat(realm.admin().users().searchByUsername("new@example.com", true))
                .isEmpty();
        SignedIn nell =
                rest.submit(Map.of("firstName", "Nell", "lastName", "New")).signedIn();

        assertThat(mail.subject()).contains("new account");
        assertThat(nell.idToken().email()).isEqualTo("new@example.com");
        assertThat(realm.events().ofType("REGISTER")).hasSize(1);
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void where_the_realm_allows_no_registration_there_is_none() {
        TestRealm realm = realm("closed", representation -> {
            representation.setRegistrationAllowed(false);
            StepSettings.of(representation, "cloakroom-email-otp").set("unknownAddress", "sign-up");
        });
        Screen first = browser.open(DemoApp.of(realm.issuer())).screen();
        assertThat(first.page().document().select("#cloakroom-to-sign-up")).isEmpty();

        browser.open(DemoApp.of(realm.issuer())).continueAs("nobody@example.com");

        assertThat(Inbox.of("nobody@example.com").awaitMail().subject()).doesNotContain("new account");
    }

    @Test
    void an_address_is_one_accounts_also_where_the_realm_lets_several_have_it() {
        TestRealm realm = realm("duplicates", representation -> {
            representation.setLoginWithEmailAllowed(false);
            representation.setRegistrationEmailAsUsername(false);
            representation.setDuplicateEmailsAllowed(true);
        });
        realm.user("one@example.com", user -> user.setUsername("one"));
        Map<String, String> wish =
                Map.of("username", "two", "email", "one@example.com", "firstName", "T", "lastName", "Wo");

        SignUpPage.from(browser.open(DemoApp.of(realm.issuer()))).submit(wish);

        assertThat(Inbox.of("one@example.com").awaitMail().subject()).contains("already have an account");
        List<UserRepresentation> all = realm.admin().users().searchByEmail("one@example.com", true);
        assertThat(all).hasSize(1);
    }

    private TestRealm realm(String name, Consumer<RealmRepresentation> tweak) {
        return realms.copy("sign-up-" + name, tweak);
    }
}
