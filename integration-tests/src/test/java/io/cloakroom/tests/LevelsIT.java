package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdToken;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Promise 13: what {@code acr} and {@code amr} say about a login, and what is asked for where more is wanted. */
class LevelsIT extends CloakroomIT {

    private static final String RIGHT = "correct horse battery staple";
    private static final String ESSENTIAL = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}";

    private final TestRealm realm = realms.copy("levels");
    private final DemoApp demo = DemoApp.of(realm.issuer());
    private final DemoApp withPassword = DemoApp.withPassword(realm.issuer());
    private final SoftPasskey passkey = SoftPasskey.create();
    private final AuthenticatorApp phone = AuthenticatorApp.with(Credentials.TOTP_SECRET);

    @Test
    void an_email_is_level_1_and_a_second_factor_makes_it_2() {
        realm.user("email@example.com");
        member("both@example.com", Credentials.totp());

        IdToken one =
                byEmail(Browser.create(), demo, "email@example.com").signedIn().idToken();
        IdToken two = new TotpPage(byEmail(Browser.create(), demo, "both@example.com"))
                .enter(phone.code())
                .idToken();

        assertThat(one.acr()).isEqualTo("1");
        assertThat(one.amr()).containsExactly("email-otp");
        assertThat(two.acr()).isEqualTo("2");
        assertThat(two.amr()).containsExactly("email-otp", "otp", "mfa");
    }

    @Test
    void a_session_of_level_1_steps_up_by_what_is_missing_only() {
        TestRealm lax = realms.copy(
                "levels-lax",
                representation -> representation.getAuthenticationFlows().stream()
                        .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                        .filter(execution -> "cloakroom second factor".equals(execution.getFlowAlias()))
                        .forEach(execution -> execution.setRequirement("DISABLED")));
        lax.user("steps@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
        DemoApp app = DemoApp.of(lax.issuer());
        IdToken before = byEmail(browser, app, "steps@example.com").signedIn().idToken();
        assertThat(before.acr()).isEqualTo("1");

        TotpPage asked = new TotpPage(browser.open(app.with("acr_values", "2")::screen));
        assertThat(asked.screen().page().document().select("[name=tryAnotherWay]"))
                .isEmpty();
        IdToken after = asked.enter(phone.code()).idToken();

        assertThat(after.acr()).isEqualTo("2");
        assertThat(after.amr()).containsExactly("email-otp", "otp", "mfa");
        assertThat(after.subject()).isEqualTo(before.subject());
        Screen again = browser.open(app.with("acr_values", "2")::screen);
        assertThat(again.signedIn().idToken().acr()).isEqualTo("2");
        assertThat(Inbox.of("steps@example.com").count()).isEqualTo(1);
    }

    @Test
    void where_nothing_stronger_can_be_asked_for_the_token_says_1_and_an_app_that_insists_gets_none() {
        realm.user("only@example.com");

        Screen asked = byEmail(browser, demo.with("acr_values", "2"), "only@example.com");
        assertThat(asked.signedIn().idToken().acr()).isEqualTo("1");

        Page refused = browser.open(demo.with("claims", ESSENTIAL)::screen).page();
        assertThat(refused.hasLeft()).isFalse();
        assertThat(refused.status()).isEqualTo(400);
        Page fresh = byEmail(Browser.create(), demo.with("claims", ESSENTIAL), "only@example.com")
                .page();
        assertThat(fresh.hasLeft()).isFalse();
    }

    @Test
    void a_passkey_is_level_2_at_once_and_stays_so_in_the_session() {
        String id = member("key@example.com", passkey.enrolledAs("webauthn-passwordless"));

        assertThat(byPasskey(demo.with("claims", ESSENTIAL), id).acr()).isEqualTo("2");
        assertThat(browser.open(demo.with("acr_values", "2")::screen)
                        .signedIn()
                        .idToken()
                        .acr())
                .isEqualTo("2");
        IdToken again = byPasskey(demo.with("acr_values", "2").with("prompt", "login"), id);

        assertThat(again.acr()).isEqualTo("2");
        assertThat(again.amr()).containsExactly("pop", "passkey", "mfa");
    }

    @Test
    void a_session_that_is_too_old_for_the_app_is_asked_again() throws InterruptedException {
        realm.user("old@example.com");
        byEmail(browser, demo, "old@example.com").signedIn();
        Thread.sleep(1_100);

        IdentifyPage page = browser.open(demo.with("max_age", "0"));

        assertThat(page.screen().page().document().select("#username[readonly]").val())
                .isEqualTo("old@example.com");
    }

    @Test
    void whoever_is_asked_again_for_level_2_gives_everything_again() {
        member("anew@example.com", Credentials.totp());
        new TotpPage(byEmail(browser, demo, "anew@example.com")).enter(phone.code());

        IdentifyPage page = browser.open(demo.with("prompt", "login").with("acr_values", "2"));
        Screen afterCode =
                page.continueAs("").submit(Inbox.of("anew@example.com").lastCode());

        assertThat(afterCode.page().hasForm("kc-otp-login-form")).isTrue();
    }

    @Test
    void a_session_that_is_proved_anew_by_email_stands_on_that_email_alone() {
        String id = member("weaker@example.com", passkey.enrolledAs("webauthn-passwordless"));
        assertThat(byPasskey(demo, id).acr()).isEqualTo("2");

        CodePage page = browser.open(demo.with("prompt", "login")).continueAs("");
        IdToken token = page.enter(Inbox.of("weaker@example.com").lastCode()).idToken();

        assertThat(token.acr()).isEqualTo("1");
        assertThat(token.amr()).containsExactly("email-otp");
    }

    @Test
    void a_password_is_level_1_with_an_emailed_code_too_and_2_with_an_authenticator_app() {
        member("pass@example.com", Credentials.password(RIGHT), Credentials.totp());

        TotpPage totp = new TotpPage(browser.open(withPassword).submit("pass@example.com", RIGHT));
        IdToken strong = totp.enter(phone.code()).idToken();
        Browser other = Browser.create();
        Screen second = other.open(withPassword).submit("pass@example.com", RIGHT);
        Screen mailed = another(second, "Code by email");
        IdToken weak = new CodePage(mailed)
                .enter(Inbox.of("pass@example.com").lastCode())
                .idToken();

        assertThat(strong.acr()).isEqualTo("2");
        assertThat(strong.amr()).containsExactly("pwd", "otp", "mfa");
        assertThat(weak.acr()).isEqualTo("1");
        assertThat(weak.amr()).containsExactly("pwd", "email-otp");
    }

    @Test
    void after_a_password_the_passkey_is_asked_for_and_after_an_email_it_is_not() {
        String id =
                member("lost@example.com", Credentials.password(RIGHT), passkey.enrolledAs("webauthn-passwordless"));

        Screen asked = browser.open(withPassword).submit("lost@example.com", RIGHT);
        assertThat(asked.page().hasForm("webauth")).isTrue();
        Form answer = new Form(asked.page().form("webauth").action(), passkey.answer(asked.page(), id));
        IdToken both = asked.submit(answer).signedIn().idToken();
        IdToken mail = byEmail(Browser.create(), withPassword, "lost@example.com")
                .signedIn()
                .idToken();

        assertThat(both.acr()).isEqualTo("2");
        assertThat(both.amr()).containsExactly("pwd", "pop", "passkey", "mfa");
        assertThat(mail.acr()).isEqualTo("1");
    }

    @Test
    void a_security_key_is_a_second_factor() {
        String id = member("fob@example.com", passkey.withoutUserVerification().enrolledAs("webauthn"));

        Screen asked = byEmail(browser, demo, "fob@example.com");
        Form answer = new Form(asked.page().form("webauth").action(), passkey.answer(asked.page(), id));
        IdToken token = asked.submit(answer).signedIn().idToken();

        assertThat(token.acr()).isEqualTo("2");
        assertThat(token.amr()).containsExactly("email-otp", "pop", "mfa");
    }

    /** A passkey is two factors only where Keycloak verifies that it asked for a finger, a face or a PIN. */
    @Test
    void a_passkey_of_a_realm_that_does_not_insist_on_its_user_is_level_1() {
        TestRealm lax = realms.copy(
                "levels-presence",
                representation -> representation.setWebAuthnPolicyPasswordlessUserVerificationRequirement("preferred"));
        String id = lax.user(
                        "presence@example.com",
                        user -> user.setCredentials(
                                List.of(passkey.withoutUserVerification().enrolledAs("webauthn-passwordless"))))
                .toRepresentation()
                .getId();

        IdToken token = byPasskey(DemoApp.of(lax.issuer()), id);

        assertThat(token.acr()).isEqualTo("1");
        assertThat(token.amr()).containsExactly("pop", "passkey");
    }

    /** Presses "try another way", and then that one. */
    private static Screen another(Screen screen, String way) {
        Form back = screen.page().form("kc-otp-login-form");
        Screen ways = screen.submit(new Form(back.action(), Map.of("tryAnotherWay", "on")));
        String id = ways.page().document().select("li:has([name=authenticationExecution])").stream()
                .filter(item -> item.text().contains(way))
                .map(item -> item.select("[name=authenticationExecution]").attr("value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No way '" + way + "' on " + ways.page()));
        return ways.submit(ways.page().form("kc-select-credential-form").with("authenticationExecution", id));
    }

    private IdToken byPasskey(DemoApp app, String id) {
        IdentifyPage page = browser.open(app);
        return page.submitPasskey(passkey.answer(page.screen().page(), id))
                .signedIn()
                .idToken();
    }

    private static Screen byEmail(Browser browser, DemoApp app, String address) {
        return browser.open(app).continueAs(address).submit(Inbox.of(address).lastCode());
    }

    private String member(String address, CredentialRepresentation... credentials) {
        return realm.user(address, user -> user.setCredentials(List.of(credentials)))
                .toRepresentation()
                .getId();
    }
}
