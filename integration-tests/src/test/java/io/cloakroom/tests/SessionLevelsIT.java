package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdToken;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignUpPage;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Promise 13: what a session is worth to the next app, and how old it is. */
class SessionLevelsIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("session-levels");
    private final DemoApp demo = DemoApp.of(realm.issuer());
    private final SoftPasskey passkey = SoftPasskey.create();

    @Test
    void a_session_that_is_asked_for_more_than_there_is_grows_no_younger() throws InterruptedException {
        member("silent@example.com");
        long signedIn = byEmail("silent@example.com", demo).authTime();
        Thread.sleep(2_100);

        for (String more : List.of("2", "3")) {
            IdToken token = silently(demo.with("acr_values", more));

            assertThat(token.authTime()).as("level " + more).isEqualTo(signedIn);
            assertThat(token.acr()).isEqualTo("1");
        }
        assertThat(silently(demo.with("acr_values", "2").with("prompt", "none")).authTime())
                .isEqualTo(signedIn);
        assertThat(new IdentifyPage(browser.open(demo.with("max_age", "1")::screen)))
                .isNotNull();
    }

    @Test
    void a_step_up_that_asked_for_something_is_a_new_time() throws InterruptedException {
        String id = member("later@example.com", passkey.enrolledAs("webauthn-passwordless"));
        long signedIn = byEmail("later@example.com", demo).authTime();
        Thread.sleep(1_100);

        Screen asked = browser.open(demo.with("acr_values", "2")::screen);
        Form answer = new Form(asked.page().form("webauth").action(), passkey.answer(asked.page(), id));
        IdToken token = asked.submit(answer).signedIn().idToken();

        assertThat(token.acr()).isEqualTo("2");
        assertThat(token.authTime()).isGreaterThan(signedIn);
    }

    @Test
    void level_2_of_before_is_not_worth_anything_once_an_email_has_proved_everything_anew() {
        String id = member("weaker@example.com", passkey.enrolledAs("webauthn-passwordless"));
        IdentifyPage page = browser.open(demo);
        assertThat(page.submitPasskey(passkey.answer(page.screen().page(), id))
                        .signedIn()
                        .idToken()
                        .acr())
                .isEqualTo("2");
        assertThat(browser.open(demo.with("prompt", "login"))
                        .continueAs("")
                        .enter(Inbox.of("weaker@example.com").lastCode())
                        .idToken()
                        .acr())
                .isEqualTo("1");

        Screen asked = browser.open(demo.with("acr_values", "2")::screen);

        assertThat(asked.page().hasForm("webauth"))
                .as("asks for the passkey: %s", asked.page())
                .isTrue();
    }

    @Test
    void a_sign_up_is_worth_as_much_to_the_next_app() {
        SignUpPage.from(browser.open(demo))
                .continueAs("new@example.com")
                .enter(Inbox.of("new@example.com").lastCode());

        assertThat(silently(demo).acr()).isEqualTo("1");
    }

    @Test
    void a_recovery_with_the_second_factor_is_level_2_to_the_next_app() {
        member("back@example.com", Credentials.totp());
        Screen totp = RecoveryPage.from(browser.open(demo))
                .continueAs("back@example.com")
                .submit(Inbox.of("back@example.com").lastCode());
        assertThat(new TotpPage(totp)
                        .enter(AuthenticatorApp.with(Credentials.TOTP_SECRET).code())
                        .idToken()
                        .acr())
                .isEqualTo("2");

        assertThat(silently(demo.with("acr_values", "2")).acr()).isEqualTo("2");
    }

    private IdToken silently(DemoApp app) {
        return browser.open(app::screen).signedIn().idToken();
    }

    private IdToken byEmail(String address, DemoApp app) {
        return browser.open(app)
                .continueAs(address)
                .enter(Inbox.of(address).lastCode())
                .idToken();
    }

    private String member(String address, CredentialRepresentation... credentials) {
        return realm.user(address, user -> user.setCredentials(List.of(credentials)))
                .toRepresentation()
                .getId();
    }
}
