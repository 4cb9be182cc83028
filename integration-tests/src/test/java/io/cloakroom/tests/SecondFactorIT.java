package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Failures;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.Screen;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The emailed code behind a password: role {@code second}. */
class SecondFactorIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("second-factor", representation -> {
        representation.setFailureFactor(3);
        representation.setQuickLoginCheckMilliSeconds(0L);
        first(representation).setAuthenticator("auth-username-password-form");
        StepSettings.of(representation, "cloakroom-email-otp").set("role", "second");
    });
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void a_password_and_the_code_sign_in() {
        member("careful@example.com");

        CodePage page = password("careful@example.com", "right");

        assertThat(page.screen().page().textOf("#cloakroom-address")).isEqualTo("c•••@example.com");
        assertThat(page.screen().page().document().select("[name=change]")).isEmpty();
        assertThat(page.enter(Inbox.of("careful@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("careful@example.com");
    }

    /** It is no accident: somebody has got as far as that by a password. */
    @Test
    void its_mail_is_nothing_to_ignore_and_the_page_that_denies_it_says_what_to_change() {
        member("robbed@example.com");
        password("robbed@example.com", "right");
        Mail mail = Inbox.of("robbed@example.com").awaitMail();

        Page done = NotMe.deny(NotMe.link(mail));

        assertThat(mail.text()).contains("somebody has given your password").doesNotContain("ignore this email");
        assertThat(mail.html()).contains("somebody has given your password").doesNotContain("ignore this email");
        assertThat(done.textOf("#kc-page-title")).isEqualTo("It has ended");
        assertThat(done.textOf("#cloakroom-denied"))
                .contains("no longer works", "Somebody seems to know your password: change it.", "cannot sign in")
                .doesNotContain("nothing else to do", "may have been changed");
        URI account = URI.create(done.document().select("#cloakroom-account").attr("abs:href"));
        assertThat(account.toString()).startsWith(realm.issuer() + "/account");
        assertThat(Browser.create().get(account).status()).isEqualTo(200);
    }

    @Test
    void where_the_realm_has_no_account_console_no_button_leads_there() {
        member("lost@example.com");
        password("lost@example.com", "right");
        ClientsResource clients = realm.admin().clients();
        ClientRepresentation console = clients.findByClientId("account-console").get(0);
        console.setEnabled(false);
        clients.get(console.getId()).update(console);

        Page done = NotMe.deny(NotMe.link(Inbox.of("lost@example.com").awaitMail()));

        assertThat(done.textOf("#cloakroom-denied")).contains("change it", "cannot sign in");
        assertThat(done.document().select("#cloakroom-account")).isEmpty();
    }

    @Test
    void between_the_factors_nothing_is_open() {
        member("between@example.com");

        password("between@example.com", "right");

        assertThat(browser.cookies()).doesNotContainKeys("KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void a_session_does_not_spare_the_second_factor_on_re_authentication() {
        member("again@example.com");
        password("again@example.com", "right")
                .enter(Inbox.of("again@example.com").lastCode());

        Screen screen = browser.open(demo.with("prompt", "login")::screen);
        CodePage page =
                new CodePage(screen.submit(screen.page().form("kc-form-login").with("password", "right")));

        assertThat(page.error()).isEmpty();
        assertThat(page.enter(Inbox.of("again@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("again@example.com");
    }

    @Test
    void wrong_codes_are_failures_that_the_realm_counts_and_a_locked_account_takes_not_even_the_right_one() {
        member("locked@example.com");
        CodePage page = password("locked@example.com", "right");
        String right = Inbox.of("locked@example.com").lastCode();
        for (int i = 0; i < 3; i++) {
            page = page.enterWrong("ZZZZ-ZZZZ");
        }
        Patience.until("three wrong codes lock the account", Failures.of(realm, "locked@example.com")::haveLocked);

        Screen locked = page.submit(right);

        assertThat(locked.page().error()).contains("paused");
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    /** Once the login is complete, Keycloak clears by itself what a password clears; until then only the step can have. */
    @Test
    void a_right_code_clears_what_the_realm_has_counted_before_the_login_is_complete() {
        member("forgiven@example.com", user -> user.setRequiredActions(List.of("UPDATE_PASSWORD")));
        Failures failures = Failures.of(realm, "forgiven@example.com");
        CodePage page = password("forgiven@example.com", "right");
        CodePage tired = page.enterWrong("ZZZZ-ZZZZ").enterWrong("ZZZZ-ZZZZ");
        Patience.until("the realm has counted two", () -> failures.ofAnyFactor() == 2);
        assertThat(failures.ofSecondFactor()).isEqualTo(2);

        Screen next = tired.submit(Inbox.of("forgiven@example.com").lastCode());

        Patience.until("the failures of the code are cleared", () -> failures.ofSecondFactor() == 0);
        Patience.until("so are those of the account", () -> failures.ofAnyFactor() == 0);
        assertThat(next.page().hasForm("kc-passwd-update-form")).isTrue();
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void behind_nothing_but_an_address_it_signs_nobody_in() {
        TestRealm misbuilt = realms.copy(
                "second-factor-misplaced",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("role", "second"));
        misbuilt.user("anybody@example.com");

        Screen screen = Browser.create().open(DemoApp.of(misbuilt.issuer())).submit("anybody@example.com");

        assertThat(screen.page().hasLeft()).isFalse();
        assertThat(screen.page().status()).isEqualTo(400);
        assertThat(Inbox.of("anybody@example.com").count()).isZero();
    }

    private CodePage password(String username, String password) {
        Screen screen = browser.open(demo::screen);
        return new CodePage(screen.submit(
                screen.page().form("kc-form-login").with("username", username).with("password", password)));
    }

    private void member(String address) {
        member(address, user -> {});
    }

    private void member(String address, Consumer<UserRepresentation> tweak) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue("right");
        realm.user(address, user -> {
            user.setCredentials(List.of(password));
            tweak.accept(user);
        });
    }

    private static AuthenticationExecutionExportRepresentation first(RealmRepresentation realm) {
        return realm.getAuthenticationFlows().stream()
                .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                .filter(execution -> "cloakroom-identify".equals(execution.getAuthenticator()))
                .findFirst()
                .orElseThrow();
    }
}
