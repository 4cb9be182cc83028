package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.phone.SoftPasskey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Whoever has proved to be one member is that member to the end: no later page, cookie or link swaps them. */
class SwappedUserIT extends CloakroomIT {

    private static final String MALLORY = "mallory@example.com";
    private static final String IDENTITY = "KEYCLOAK_IDENTITY";
    private static final String RIGHT = "correct horse battery staple";

    private final TestRealm realm = realms.copy("swapped", representation -> {
        representation.setRegistrationEmailAsUsername(false);
        Flow.of(representation, "guarded reset")
                .required("cloakroom-reset-choose-user")
                .required("cloakroom-reset-email", Map.of("force-login", "false"))
                .required("reset-password");
        representation.setResetCredentialsFlow("guarded reset");
    });
    private final DemoApp demo = DemoApp.of(realm.issuer());
    private final SoftPasskey passkey = SoftPasskey.create();
    private String mallory;

    @BeforeEach
    void members() {
        mallory = realm.user(
                        MALLORY,
                        user -> user.setCredentials(
                                List.of(Credentials.password(RIGHT), passkey.enrolledAs("webauthn-passwordless"))))
                .toRepresentation()
                .getId();
        realm.user("victim@example.com");
        realm.user("strong@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim@example.com", "strong@example.com", "nobody@example.com"})
    void a_name_that_is_posted_to_a_passkey_page_swaps_nobody(String name) {
        Screen levelTwo = browser.open(demo.with("acr_values", "2"))
                .continueAs(MALLORY)
                .submit(Inbox.of(MALLORY).lastCode());
        Browser other = Browser.create();
        Screen afterPassword = other.open(DemoApp.withPassword(realm.issuer())).submit(MALLORY, RIGHT);

        for (Screen screen : List.of(levelTwo, afterPassword)) {
            Form form = screen.page().form("webauth");
            screen.browser().submit(new Form(form.action(), Map.of("username", name)));
            Page next = screen.browser().get(form.page());
            assertThat(next.hasLeft()).as("%s", next).isFalse();
            assertThat(next.document().text()).doesNotContain(name);
        }

        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(realm.existing("victim@example.com").getUserSessions()).isEmpty();
    }

    /** The cookie is shown to the page behind the link only, so that the login is none of the session's own. */
    @Test
    void the_levels_of_one_session_do_not_pass_to_another_account_by_a_link() {
        Browser keeper = passkeySession();
        Browser attacker = Browser.create();
        attacker.open(demo.with("prompt", "login")).continueAs("victim@example.com");
        URI page = attacker.send("GET", Inbox.of("victim@example.com").lastLink(), "", "")
                .location()
                .orElseThrow();
        Page shown = attacker.taking(IDENTITY, keeper).get(page);
        attacker.dropping(IDENTITY);
        assertThat(shown.hasForm("cloakroom-link-form")).as("%s", shown).isTrue();

        Page answered = attacker.submit(shown.form("cloakroom-link-form").with("confirm", "on"));

        assertThat(answered.hasLeft()).as("%s", answered).isFalse();
        assertThat(answered.document().text()).contains("signed in to another account");
        assertThat(answered.document().select("#cloakroom-sign-out").attr("href"))
                .contains("/openid-connect/logout");
        assertThat(answered.hasForm("cloakroom-again-form")).isFalse();
        assertThat(realm.existing("victim@example.com").getUserSessions()).isEmpty();
    }

    /** The cookie is shown when the login starts over, of somebody who has no address: then one can be typed. */
    @Test
    void the_levels_of_one_session_do_not_pass_to_another_account_by_a_code() {
        Browser keeper = passkeySession();
        UserRepresentation withoutBox = realm.existing(MALLORY).toRepresentation();
        withoutBox.setEmail("");
        realm.existing(MALLORY).update(withoutBox);
        Browser attacker = Browser.create();
        IdentifyPage first = attacker.open(demo.with("prompt", "login"));
        URI restart = URI.create(first.form().action().toString().replaceFirst("/authenticate\\?", "/restart?"));
        IdentifyPage page = new IdentifyPage(
                first.screen().with(attacker.taking(IDENTITY, keeper).get(restart)));
        attacker.dropping(IDENTITY);

        SignedIn victim = page.continueAs("victim@example.com")
                .enter(Inbox.of("victim@example.com").lastCode());
        Screen stepUp = attacker.open(demo.with("acr_values", "2")::screen);

        assertThat(victim.idToken().email()).isEqualTo("victim@example.com");
        assertThat(victim.idToken().acr()).isEqualTo("1");
        assertThat(stepUp.signedIn().idToken().acr()).isEqualTo("1");
    }

    /** Keycloak shows no user where the account has been deleted, and keeps the rest of the login. */
    @Test
    void the_levels_of_an_account_that_is_deleted_meanwhile_do_not_pass_to_another_one() {
        Browser attacker = passkeySession();
        IdentifyPage page = attacker.open(demo.with("prompt", "login"));
        realm.existing(MALLORY).remove();

        SignedIn victim = page.continueAs("victim@example.com")
                .enter(Inbox.of("victim@example.com").lastCode());
        Screen stepUp = attacker.open(demo.with("acr_values", "2")::screen);

        assertThat(victim.idToken().email()).isEqualTo("victim@example.com");
        assertThat(victim.idToken().acr()).isEqualTo("1");
        assertThat(victim.idToken().amr()).containsExactly("email-otp");
        assertThat(stepUp.signedIn().idToken().acr()).isEqualTo("1");
    }

    /** The cookie is shown to the address page only, so that the page for a reset asks whose password it is to be. */
    @Test
    void the_levels_of_one_session_do_not_pass_to_another_account_by_a_reset() {
        Browser keeper = passkeySession();
        Browser attacker = Browser.create();
        IdentifyPage first = attacker.open(demo.with("prompt", "login"));
        URI restart = URI.create(first.form().action().toString().replaceFirst("/authenticate\\?", "/restart?"));
        attacker.taking(IDENTITY, keeper).get(restart);
        attacker.dropping(IDENTITY);
        Screen reset = first.screen().click("#cloakroom-to-recovery");
        reset.submit(reset.page().form("kc-reset-password-form").with("username", "victim@example.com"));

        URI link = Inbox.of("victim@example.com").awaitMail().links().stream()
                .filter(candidate -> candidate.getPath().endsWith("/action-token"))
                .findFirst()
                .orElseThrow();
        Screen changing = reset.with(attacker.get(link));
        SignedIn victim = changing.submit(changing.page()
                        .form("kc-passwd-update-form")
                        .with("password-new", RIGHT)
                        .with("password-confirm", RIGHT))
                .signedIn();
        Screen stepUp = attacker.open(demo.with("acr_values", "2")::screen);

        assertThat(victim.idToken().email()).isEqualTo("victim@example.com");
        assertThat(stepUp.page().hasLeft())
                .as("signed in with the other one's level")
                .isFalse();
    }

    private Browser passkeySession() {
        Browser keeper = Browser.create();
        IdentifyPage page = keeper.open(demo);
        SignedIn signedIn = page.submitPasskey(passkey.answer(page.screen().page(), mallory))
                .signedIn();
        assertThat(signedIn.idToken().acr()).isEqualTo("2");
        return keeper;
    }
}
