package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Failures;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.Screen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Keycloak's page for a reset notes the name that an app suggests as if somebody had typed it, and counts what fails in
 * that login against its owner. Nobody needs a password, a mailbox or a permit for that, so it must come to nothing.
 */
class GuardedFailuresIT extends CloakroomIT {

    private static final String OWNER = "owner@example.com";
    private static final String SIGN_IN = "kc-form-login";
    private static final String RESET = "kc-reset-password-form";
    private static final String TO_RESET = "a[href*=/reset-credentials]";
    private static final String TO_SIGN_IN = "a[href*=/login-actions/authenticate]";
    private static final int OFTEN = 4;

    @Test
    void a_reset_for_nobody_is_not_the_accounts_failure() {
        TestRealm realm = realm("failures-reset", representation -> {
            Flow.of(representation, "guarded reset")
                    .required("cloakroom-reset-choose-user")
                    .required("cloakroom-reset-email")
                    .required("reset-password");
            representation.setResetCredentialsFlow("guarded reset");
        });
        Screen page = start(realm).click(TO_RESET);
        assertThat(page.page().form(RESET).values()).containsEntry("username", OWNER);

        for (int i = 0; i < OFTEN; i++) {
            page = page.submit(page.page().form(RESET).with("username", i % 2 == 0 ? "" : " "));
            assertThat(page.page().error()).contains("specify");
        }

        assertThat(page.page().status()).isEqualTo(200);
        assertThatNothingHasCounted(realm);
    }

    @Test
    void a_registration_that_is_refused_is_not_the_failure_of_an_account() {
        TestRealm realm = realm("failures-registration", representation -> {
            Flow.of(representation, "guarded registration")
                    .registrationForm(
                            "guarded form",
                            form -> form.required(
                                    "cloakroom-registration-user-creation", Map.of("registrationsPerNetwork", "2/1h")));
            representation.setRegistrationFlow("guarded registration");
            withKeycloaksReset(representation);
        });
        Screen first = start(realm);
        URI toSignUp = linkToSignUp(first.page());
        first.click(TO_RESET);
        Screen page = first.with(browser.get(toSignUp));

        for (int i = 0; i < OFTEN; i++) {
            page = page.submit(page.page().form("kc-register-form").with("email", "none"));
            assertThat(page.page().status()).isEqualTo(i < 2 ? 200 : 429);
        }

        assertThatNothingHasCounted(realm);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_forged_passkey_is_not_a_wrong_password(boolean hasPasskeys) {
        TestRealm realm = realm("failures-passkey-" + hasPasskeys, representation -> {
            withGuardedPassword(representation);
            withKeycloaksReset(representation);
            representation.setWebAuthnPolicyPasswordlessPasskeysEnabled(hasPasskeys);
        });
        Screen page = start(realm).click(TO_RESET).click(TO_SIGN_IN);

        for (int i = 0; i < OFTEN; i++) {
            page = page.submit(forged(page.page()));
            assertThat(page.page().hasForm(SIGN_IN)).as("%s", page.page()).isTrue();
        }

        assertThatNothingHasCounted(realm);
    }

    @Test
    void a_forged_passkey_at_the_form_for_a_password_alone_is_none_either() {
        TestRealm realm = realm("failures-password-alone", representation -> {
            Flow.of(representation, "name, then password")
                    .required("auth-username-form")
                    .required("cloakroom-password-form");
            representation.setBrowserFlow("name, then password");
        });
        Screen page = start(realm);
        page = page.submit(page.page().form(SIGN_IN).with("username", OWNER));

        for (int i = 0; i < OFTEN; i++) {
            page = page.submit(forged(page.page()));
            assertThat(page.page().hasForm(SIGN_IN)).as("%s", page.page()).isTrue();
        }

        assertThatNothingHasCounted(realm);
    }

    @Test
    void a_form_that_is_posted_to_another_flow_is_nobodys_failure() {
        TestRealm realm = realm("failures-path", representation -> {
            withGuardedPassword(representation);
            withKeycloaksReset(representation);
        });
        for (int i = 0; i < OFTEN; i++) {
            Form form = start(realm).click(TO_RESET).click(TO_SIGN_IN).page().form(SIGN_IN);
            URI elsewhere =
                    URI.create(form.action().toString().replaceFirst("/authenticate\\?", "/reset-credentials?"));

            Page refused = browser.submit(new Form(elsewhere, Map.of("username", "", "password", "x")));

            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        }

        assertThatNothingHasCounted(realm);
    }

    private TestRealm realm(String name, Consumer<RealmRepresentation> tweak) {
        TestRealm realm = realms.copy(name, representation -> {
            representation.setQuickLoginCheckMilliSeconds(0L);
            tweak.accept(representation);
        });
        realm.user(OWNER, user -> user.setCredentials(List.of(Credentials.password("right"))));
        return realm;
    }

    private static void withGuardedPassword(RealmRepresentation realm) {
        Flow.of(realm, "guarded password").required("cloakroom-username-password-form");
        realm.setBrowserFlow("guarded password");
    }

    private static void withKeycloaksReset(RealmRepresentation realm) {
        Flow.of(realm, "Keycloak's reset")
                .required("reset-credentials-choose-user")
                .required("reset-credential-email");
        realm.setResetCredentialsFlow("Keycloak's reset");
    }

    private Screen start(TestRealm realm) {
        return browser.open(DemoApp.of(realm.issuer()).with("login_hint", OWNER)::screen);
    }

    private static URI linkToSignUp(Page page) {
        Element link = page.document().selectFirst("#cloakroom-to-sign-up");
        assertThat(link).as("a link to the sign-up on %s", page).isNotNull();
        return URI.create(link.absUrl("href"));
    }

    /** What a passkey of nobody would post: it can be read, and does not do. */
    private static Form forged(Page page) {
        String some = base64("some");
        return new Form(page.form(SIGN_IN).action(), Map.of())
                .with("credentialId", some)
                .with("clientDataJSON", some)
                .with("authenticatorData", some)
                .with("signature", some)
                .with("userHandle", base64(UUID.randomUUID().toString()));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Keycloak counts in its own time and in turn: one that does count comes to one. */
    private static void assertThatNothingHasCounted(TestRealm realm) {
        Failures failures = Failures.of(realm, OWNER);
        failures.add();
        Patience.until("a wrong password is counted", () -> failures.ofAnyFactor() > 0);
        assertThat(failures.ofAnyFactor()).isEqualTo(1);
    }
}
