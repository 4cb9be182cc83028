package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Failures;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.Screen;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
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
