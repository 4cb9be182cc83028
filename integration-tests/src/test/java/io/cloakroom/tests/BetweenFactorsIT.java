package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Promise 13: whoever has given the first factor and not the second can do nothing with all that the browser holds. */
class BetweenFactorsIT extends CloakroomIT {

    private static final String ADDRESS = "between@example.com";
    private static final String RIGHT = "correct horse battery staple";

    private final TestRealm realm = realms.once("between-factors", representation -> {
        representation.setResetPasswordAllowed(true);
        representation.setEditUsernameAllowed(true);
    });
    private Screen waiting;

    @BeforeEach
    void give_the_first_factor() {
        realm.user(ADDRESS, user -> user.setCredentials(List.of(Credentials.password(RIGHT), Credentials.totp())));
        waiting = browser.open(DemoApp.of(realm.issuer()))
                .continueAs(ADDRESS)
                .submit(Inbox.of(ADDRESS).lastCode());
        assertThat(waiting.page().hasForm("kc-otp-login-form")).isTrue();
    }

    @Test
    void there_is_no_session_and_giving_up_leaves_nothing() {
        assertThat(browser.cookies()).doesNotContainKeys("KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION");
        assertThat(realm.existing(ADDRESS).getUserSessions()).isEmpty();
        assertThat(realm.events().ofType("LOGIN")).isEmpty();

        Page restarted = browser.get(URI.create(
                waiting.page().exchange().uri().toString().replaceFirst("/authenticate\\?.*", "/restart?" + query())));

        assertThat(restarted.hasForm("cloakroom-identify-form")).isTrue();
        assertThat(restarted.document().select("[readonly]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/",
                "/login-actions/required-action?execution=webauthn-register-passwordless",
                "/login-actions/required-action?execution=CONFIGURE_TOTP",
                "/login-actions/required-action?execution=UPDATE_PASSWORD",
                "/login-actions/required-action?execution=cloakroom-passkey-offer",
                "/login-actions/required-action?execution=delete_credential",
                "/login-actions/reset-credentials?execution=x",
                "/login-actions/registration?execution=x"
            })
    void no_page_of_an_account_opens(String path) {
        URI page = URI.create(realm.issuer() + path + (path.contains("?") ? "&" : "?") + query());
        for (Page opened :
                List.of(browser.get(page), browser.post(page, "application/x-www-form-urlencoded", "add=on"))) {
            assertNothingIsOpen(opened);
        }
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webauthn-register-passwordless", "CONFIGURE_TOTP", "UPDATE_PASSWORD", "delete_credential"})
    void no_action_that_an_app_asks_for_spares_the_second_factor(String action) {
        Page opened = browser.open(DemoApp.of(realm.issuer()).with("kc_action", action)::screen)
                .page();

        assertThat(opened.hasForm("cloakroom-identify-form")).as("%s", opened).isTrue();
        assertThat(browser.open(DemoApp.of(realm.issuer()).with("prompt", "none")::screen)
                        .page()
                        .leftTo()
                        .getQuery())
                .contains("error=login_required");
    }

    @Test
    void another_tab_another_app_and_a_forged_step_get_nowhere() {
        assertThat(browser.open(DemoApp.withPassword(realm.issuer())::screen)
                        .page()
                        .hasForm("cloakroom-identify-form"))
                .isTrue();
        Form totp = waiting.page().form("kc-otp-login-form");
        for (Map<String, String> forged : List.of(
                Map.of("otp", "000000", "method", "email", "username", ADDRESS),
                Map.of("tryAnotherWay", "on"),
                Map.of("confirm", "on"),
                Map.of("password", RIGHT, "method", "password", "username", ADDRESS))) {
            assertNothingIsOpen(browser.submit(new Form(totp.action(), forged)));
        }
        assertUnchanged();

        Screen again = new Screen(browser, browser.get(totp.page()), waiting.app());
        assertThat(again.page().hasLeft()).isFalse();
    }

    @Test
    void the_second_factor_still_works_after_all_that() {
        browser.get(URI.create(realm.issuer() + "/account/"));

        Screen screen = waiting.submit(waiting.page()
                .form("kc-otp-login-form")
                .with("otp", AuthenticatorApp.with(Credentials.TOTP_SECRET).code()));

        assertThat(screen.signedIn().idToken().acr()).isEqualTo("2");
    }

    private void assertNothingIsOpen(Page page) {
        assertThat(page.hasLeft() && page.leftTo().toString().contains("code="))
                .as("%s", page)
                .isFalse();
        for (String form : List.of("register", "kc-totp-settings-form", "kc-passwd-update-form")) {
            assertThat(page.hasForm(form)).as("%s on %s", form, page).isFalse();
        }
        assertThat(page.hasForm("cloakroom-passkey-offer-form")).isFalse();
        assertThat(browser.cookies()).doesNotContainKeys("KEYCLOAK_IDENTITY");
    }

    private void assertUnchanged() {
        assertThat(realm.existing(ADDRESS).credentials())
                .extracting(CredentialRepresentation::getType)
                .containsExactlyInAnyOrder("password", "otp");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    /** What ties a request to the login: app, tab and client data. */
    private String query() {
        return waiting.page()
                .form("kc-otp-login-form")
                .action()
                .getRawQuery()
                .replaceAll("(session_code|execution)=[^&]*&", "");
    }
}
