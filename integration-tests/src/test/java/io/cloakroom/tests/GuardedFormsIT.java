package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Accounts;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdToken;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** Keycloak's own pages with our budgets behind them, and our silence where they ask who is here. */
class GuardedFormsIT extends CloakroomIT {

    private static final Map<String, String> TIGHT = Map.of("guessesPerAddressAndNetwork", "3/1h");
    private static final String PIA = "pia@example.com";

    @Test
    void wrong_passwords_are_counted_for_members_and_strangers_alike_and_right_ones_are_not() {
        TestRealm realm = passwords("guarded-passwords", TIGHT, GuardedFormsIT::withoutBruteForce);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("10.71.0.1", realm, PIA, "right").page().hasLeft())
                    .isTrue();
        }
        for (String name : List.of(PIA, "nobody@example.com")) {
            for (int i = 0; i < 3; i++) {
                assertThat(signIn("10.71.0.1", realm, name, "wrong").page().error())
                        .contains("Invalid username or password");
            }

            Page refused = signIn("10.71.0.1", realm, " " + name.toUpperCase(Locale.ROOT), "right")
                    .page();

            assertRefused(refused);
            assertThat(refused.form("kc-form-login").values().get("username")).containsIgnoringCase(name);
        }
        assertThat(signIn("10.71.0.2", realm, PIA, "right").page().hasLeft())
                .as("elsewhere")
                .isTrue();
        assertThat(realm.events().withDetail("cloakroom_reason", "wrong"))
                .hasSize(6)
                .allMatch(event -> event.getUserId() == null);
    }

    @Test
    void every_kind_of_account_gets_the_strangers_answers() {
        TestRealm realm = passwords("guarded-alike");
        Map<String, String> kinds = new LinkedHashMap<>(Accounts.create(realm));
        Map<String, String> answers = new LinkedHashMap<>();
        for (String password : List.of("", "wrong-one", "wrong-two", "wrong-three", "one too many")) {
            kinds.forEach((kind, name) -> answers.put(
                    kind,
                    Fingerprint.of(
                            signIn("10.71.1.1", realm, name, password).page().exchange(), name)));
            answers.forEach((kind, answer) ->
                    assertThat(answer).as(kind + ", " + password).isEqualTo(answers.get("stranger")));
        }
    }

    /** Keycloak's passkey step looks up whatever name is posted along. */
    @Test
    void a_passkey_that_is_posted_with_a_name_tells_nothing() {
        TestRealm realm = passwords("guarded-passkey-posts");
        realm.user("known-to@example.com");
        for (Map<String, String> forged : List.of(
                Map.of("error", "NotAllowedError"),
                Map.of("authenticatorData", "AAAA", "signature", "AAAA", "clientDataJSON", "AAAA"))) {
            List<String> answers = List.of("known-to@example.com", "stranger@example.com").stream()
                    .map(name -> Fingerprint.of(forge(realm, name, forged).exchange(), name))
                    .toList();

            assertThat(answers.get(0)).isEqualTo(answers.get(1));
        }
        assertThat(realm.events().all()).noneMatch(event -> event.getUserId() != null);
    }

    @Test
    void the_form_for_a_password_alone_counts_wrong_ones() {
        TestRealm realm = realms.copy("guarded-password", representation -> {
            Flow.of(representation, "name, then password")
                    .required("auth-username-form")
                    .required("cloakroom-password-form", TIGHT);
            representation.setBrowserFlow("name, then password");
            representation.setBruteForceProtected(false);
        });
        realm.user(PIA, user -> user.setCredentials(List.of(Credentials.password("right"))));
        Screen page = named("10.71.2.1", realm);
        for (int i = 0; i < 3; i++) {
            page = page.submit(page.page().form("kc-form-login").with("password", "wrong"));
            assertThat(page.page().error()).contains("Invalid password");
        }

        assertRefused(page.submit(page.page().form("kc-form-login").with("password", "right"))
                .page());

        Screen elsewhere = named("10.71.2.2", realm);
        assertThat(elsewhere
                        .submit(elsewhere.page().form("kc-form-login").with("password", "right"))
                        .page()
                        .hasLeft())
                .isTrue();
    }

    @Test
    void wrong_codes_of_an_authenticator_app_are_counted() {
        TestRealm realm = secondFactor("guarded-otp", "cloakroom-otp-form");
        realm.user(PIA, user -> user.setCredentials(List.of(Credentials.password("right"), Credentials.totp())));
        Screen page = signIn("10.71.3.1", realm, PIA, "right");
        for (int i = 0; i < 3; i++) {
            page = page.submit(page.page().form("kc-otp-login-form").with("otp", "00000" + i));
            assertThat(page.page().error()).contains("Invalid authenticator code");
        }
        String right = AuthenticatorApp.with(Credentials.TOTP_SECRET).code();

        assertRefused(page.submit(page.page().form("kc-otp-login-form").with("otp", right))
                .page());
        assertRefused(otp(signIn("10.71.3.1", realm, PIA, "right"), right).page());

        IdToken pia =
                otp(signIn("10.71.3.2", realm, PIA, "right"), right).signedIn().idToken();
        assertThat(pia.email()).isEqualTo(PIA);
        assertThat(pia.amr()).containsExactly("pwd", "otp", "mfa");
    }

    @Test
    void wrong_recovery_codes_are_counted() {
        TestRealm realm = secondFactor("guarded-recovery", "cloakroom-recovery-code-form");
        realm.user(PIA, user -> {
            user.setCredentials(List.of(Credentials.password("right")));
            user.setRequiredActions(List.of("CONFIGURE_RECOVERY_AUTHN_CODES"));
        });
        Screen setup = signIn("10.71.4.9", realm, PIA, "right");
        Form codes = setup.page().form("kc-recovery-codes-settings-form");
        String right = codes.values().get("generatedRecoveryAuthnCodes").replaceFirst(",.*", "");
        setup.submit(codes).signedIn();
        Screen page = signIn("10.71.4.1", realm, PIA, "right");
        for (int i = 0; i < 3; i++) {
            page = recoveryCode(page, "WRONGWRONG0" + i);
            assertThat(page.page().error()).contains("Invalid recovery");
        }

        assertRefused(recoveryCode(page, right).page());

        assertThat(recoveryCode(signIn("10.71.4.2", realm, PIA, "right"), right)
                        .signedIn()
                        .idToken()
                        .amr())
                .containsExactly("pwd", "recovery-code", "mfa");
    }

    @Test
    void a_budget_that_cannot_be_read_lets_nobody_in() {
        TestRealm realm = passwords("guarded-broken", Map.of("guessesPerNetwork", "some"), representation -> {});

        Page page = signIn("10.71.5.1", realm, PIA, "right").page();

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.error()).contains("not possible right now");
    }

    private TestRealm passwords(String name) {
        return passwords(name, TIGHT, representation -> {});
    }

    private TestRealm passwords(String name, Map<String, String> settings, Consumer<RealmRepresentation> tweak) {
        TestRealm realm = realms.copy(name, representation -> {
            Flow.of(representation, "guarded password").required("cloakroom-username-password-form", settings);
            representation.setBrowserFlow("guarded password");
            tweak.accept(representation);
        });
        realm.user(PIA, user -> user.setCredentials(List.of(Credentials.password("right"))));
        return realm;
    }

    private TestRealm secondFactor(String name, String step) {
        return realms.copy(name, representation -> {
            Flow.of(representation, "password and factor")
                    .required("cloakroom-username-password-form")
                    .conditional(
                            "the factor",
                            factor -> factor.required("conditional-user-configured")
                                    .alternative(step, TIGHT));
            representation.setBrowserFlow("password and factor");
            withoutBruteForce(representation);
        });
    }

    private static void withoutBruteForce(RealmRepresentation representation) {
        representation.setBruteForceProtected(false);
    }

    private static Screen signIn(String network, TestRealm realm, String name, String password) {
        Screen page = Browser.at(network).open(DemoApp.of(realm.issuer())::screen);
        return page.submit(
                page.page().form("kc-form-login").with("username", name).with("password", password));
    }

    private static Page forge(TestRealm realm, String name, Map<String, String> fields) {
        Screen page = Browser.at("10.71.6.1").open(DemoApp.of(realm.issuer())::screen);
        Form form = page.page().form("kc-form-login").with("username", name);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            form = form.with(field.getKey(), field.getValue());
        }
        return page.submit(form).page();
    }

    private static Screen named(String network, TestRealm realm) {
        Screen page = Browser.at(network).open(DemoApp.of(realm.issuer())::screen);
        return page.submit(page.page().form("kc-form-login").with("username", PIA));
    }

    private static Screen otp(Screen page, String code) {
        return page.submit(page.page().form("kc-otp-login-form").with("otp", code));
    }

    private static Screen recoveryCode(Screen page, String code) {
        return page.submit(page.page().form("kc-recovery-code-login-form").with("recoveryCodeInput", code));
    }

    private static void assertRefused(Page page) {
        assertThat(page.status()).as("%s", page).isEqualTo(429);
        assertThat(page.exchange().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3600L);
        assertThat(page.error()).contains("Too many tries. Try again in");
    }
}
