package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Failures;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A password beside passkey and email, where the realm wants one. */
class PasswordIT extends CloakroomIT {

    private static final String RIGHT = "correct horse battery staple";
    private static final String WRONG = "Email or password is not right";

    private final TestRealm realm = realms.copy("passwords", representation -> {
        representation.setFailureFactor(4);
        representation.setQuickLoginCheckMilliSeconds(0L);
        StepSettings.of(representation, "cloakroom-identify").set("guessesPerAddressAndNetwork", "5/1h");
    });
    private final DemoApp demo = DemoApp.withPassword(realm.issuer());

    @Test
    void the_right_one_signs_in_and_says_that_it_was_one_factor() {
        member("pat@example.com");

        SignedIn signedIn = browser.open(demo).submit(" Pat@example.com", RIGHT).signedIn();

        assertThat(signedIn.idToken().email()).isEqualTo("pat@example.com");
        assertThat(signedIn.idToken().acr()).isEqualTo("1");
        assertThat(signedIn.idToken().amr()).containsExactly("pwd");
        assertThat(Inbox.of("pat@example.com").count()).isZero();
    }

    @Test
    void the_same_page_sends_a_code_instead() {
        member("mail@example.com");
        IdentifyPage page = browser.open(demo);
        assertThat(page.form().values()).containsKey("password");

        CodePage code = page.continueAs("mail@example.com");

        SignedIn signedIn = code.enter(Inbox.of("mail@example.com").lastCode());
        assertThat(signedIn.idToken().amr()).containsExactly("email-otp");
    }

    @Test
    void every_password_that_does_not_do_reads_the_same() {
        Map<String, String> kinds = kinds();
        Map<String, String> seen = new LinkedHashMap<>();
        kinds.forEach((kind, address) -> {
            boolean isClosed = kind.equals("disabled") || kind.equals("locked");
            Browser fresh = Browser.create();
            Page page =
                    fresh.open(demo).submit(address, isClosed ? RIGHT : "wrong").page();
            assertThat(page.error()).as(kind).contains(WRONG);
            seen.put(kind, Fingerprint.of(page.exchange(), address));
        });

        seen.forEach((kind, answer) -> assertThat(answer).as(kind).isEqualTo(seen.get("stranger")));
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(realm.events().withDetail("cloakroom_method", "password"))
                .allMatch(event -> event.getUserId() == null);
    }

    @Test
    void a_refusal_keeps_the_address_and_gives_no_password_back() {
        Page page = browser.open(demo)
                .inVain("kept@example.com", "s3cret-typed")
                .screen()
                .page();

        assertThat(page.form("cloakroom-identify-form").values())
                .containsEntry("username", "kept@example.com")
                .containsEntry("password", "");
        assertThat(page.exchange().body()).doesNotContain("s3cret-typed");
        Page empty = browser.open(demo).inVain("kept@example.com", "").screen().page();
        assertThat(empty.error()).contains("Enter your password");
        Page nobody = browser.open(demo).inVain("not an address", "x").screen().page();
        assertThat(nobody.error()).contains("does not look like");
    }

    @Test
    void guesses_are_limited_for_members_and_strangers_alike_and_leave_the_code() {
        member("guessed@example.com");
        for (String address : List.of("guessed@example.com", "nobody99@example.com")) {
            Browser guesser = Browser.at("10.70.0.1");
            for (int i = 0; i < 5; i++) {
                guesser.open(demo).inVain(i % 2 == 0 ? address : address.toUpperCase(Locale.ROOT), "wrong");
            }
            Page refused = guesser.open(demo).submit(address, RIGHT).page();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.exchange().header("Retry-After")).isPresent();
            assertThat(refused.error()).contains("Too many wrong passwords", "60 min");
        }
        realm.admin().attackDetection().clearAllBruteForce();

        assertThat(Browser.at("10.70.0.2")
                        .open(demo)
                        .submit("guessed@example.com", RIGHT)
                        .signedIn())
                .isNotNull();
        CodePage code = Browser.at("10.70.0.1").open(demo).continueAs("guessed@example.com");
        assertThat(code.enter(Inbox.of("guessed@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("guessed@example.com");
    }

    @Test
    void right_ones_use_nothing_up() {
        member("often@example.com");
        for (int i = 0; i < 7; i++) {
            Browser.at("10.70.0.3")
                    .open(demo)
                    .submit("often@example.com", RIGHT)
                    .signedIn();
        }
    }

    @Test
    void wrong_ones_are_failures_that_the_realm_counts_and_right_ones_clear_them() {
        member("counted@example.com");
        Failures failures = Failures.of(realm, "counted@example.com");
        browser.open(demo).inVain("counted@example.com", "wrong");
        Patience.until("the realm has counted one", () -> failures.ofAnyFactor() == 1);

        browser.open(demo).submit("counted@example.com", RIGHT).signedIn();

        Patience.until("the failures are cleared", () -> failures.ofAnyFactor() == 0);
    }

    @Test
    void a_locked_account_still_opens_to_its_passkey() {
        SoftPasskey passkey = SoftPasskey.create();
        member("locked-out@example.com", passkey.enrolledAs("webauthn-passwordless"));
        Failures.of(realm, "locked-out@example.com").lock();
        String id = realm.existing("locked-out@example.com").toRepresentation().getId();

        IdentifyPage page = browser.open(demo);

        assertThat(page.submitPasskey(passkey.answer(page.screen().page(), id))
                        .signedIn()
                        .idToken()
                        .email())
                .isEqualTo("locked-out@example.com");
    }

    @Test
    void where_passwords_are_off_none_is_taken() {
        member("off@example.com");
        IdentifyPage page = browser.open(DemoApp.of(realm.issuer()));
        assertThat(page.form().values()).doesNotContainKey("password");

        new CodePage(page.submit("off@example.com", RIGHT));

        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void whoever_is_asked_again_can_answer_with_the_password() {
        member("asked@example.com");
        browser.open(demo).submit("asked@example.com", RIGHT).signedIn();

        IdentifyPage page = browser.open(demo.with("prompt", "login"));
        IdentifyPage again = page.inVain("", "wrong");
        assertThat(again.error()).contains(WRONG);

        assertThat(again.submit("", RIGHT).signedIn().idToken().email()).isEqualTo("asked@example.com");
    }

    /** One account of each kind, at addresses of equal length; the stranger has none. */
    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("stranger", "stranger@example.com");
        kinds.put("wrong", "wrong-pw@example.com");
        kinds.put("no password", "nopasswd@example.com");
        kinds.put("disabled", "disabled@example.com");
        kinds.put("locked", "lockedac@example.com");
        kinds.put("with TOTP", "withtotp@example.com");
        kinds.put("with a passkey", "with-key@example.com");
        member("wrong-pw@example.com");
        realm.user("nopasswd@example.com");
        member("disabled@example.com", user -> user.setEnabled(false));
        member("lockedac@example.com");
        member("withtotp@example.com", Credentials.totp());
        member("with-key@example.com", SoftPasskey.create().enrolledAs("webauthn-passwordless"));
        Failures.of(realm, "lockedac@example.com").lock();
        return kinds;
    }

    private void member(String address, CredentialRepresentation... more) {
        member(address, user -> {
            List<CredentialRepresentation> credentials = new ArrayList<>(user.getCredentials());
            credentials.addAll(List.of(more));
            user.setCredentials(credentials);
        });
    }

    private void member(String address, Consumer<UserRepresentation> tweak) {
        realm.user(address, user -> {
            user.setCredentials(List.of(Credentials.password(RIGHT)));
            tweak.accept(user);
        });
    }
}
