package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.SignedIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** A passkey signs in on the first page, without an address; whatever is wrong with one reads the same. */
class PasskeyIT extends PasskeyPosts {

    private final TestRealm realm = realms.copy("passkeys");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Override
    TestRealm realm() {
        return realm;
    }

    @Test
    void it_signs_in_without_an_address_and_nothing_else_is_asked() {
        String id = member("passkey@example.com", Credentials.totp());

        SignedIn signedIn = submit(browser.open(demo), id).signedIn();

        assertThat(signedIn.idToken().email()).isEqualTo("passkey@example.com");
        assertThat(signedIn.idToken().acr()).isEqualTo("2");
        assertThat(signedIn.idToken().amr()).containsExactly("pop", "passkey", "mfa");
        assertThat(Inbox.of("passkey@example.com").count()).isZero();
    }

    @Test
    void the_counter_of_the_key_goes_up_and_a_copy_of_it_is_refused() {
        String id = member("counter@example.com");
        submit(browser.open(demo), id).signedIn();

        Browser thief = Browser.create();
        passkey.countingFrom(1);
        assertRefused(submit(thief.open(demo), id));
        passkey.countingFrom(2);

        assertThat(submit(thief.open(demo), id).signedIn().idToken().email()).isEqualTo("counter@example.com");
    }

    @Test
    void no_list_of_keys_depends_on_an_address_before_the_proof_and_the_page_offers_them_on_every_render() {
        member("listed@example.com");
        IdentifyPage first = browser.open(demo.with("login_hint", "listed@example.com"));
        Page refused = first.continueInVain("listed@").screen().page();
        Page back = new IdentifyPage(new IdentifyPage(first.screen().with(refused))
                        .continueAs("listed@example.com")
                        .change()
                        .screen())
                .screen()
                .page();
        Page german = browser.open(demo.with("ui_locales", "de")).screen().page();

        for (Page page : List.of(first.screen().page(), refused, back, german)) {
            assertThat(page.document().select("#webauth")).hasSize(1);
            assertThat(page.document().select("#cloakroom-passkey[hidden]")).hasSize(1);
            assertThat(page.document().select("[name=authn_use_chk]")).isEmpty();
        }
    }

    @Test
    void somebody_who_is_asked_again_is_asked_for_a_key_of_their_own() {
        String id = member("again@example.com");
        submit(browser.open(demo), id).signedIn();

        IdentifyPage page = browser.open(demo.with("prompt", "login"));

        assertThat(page.screen().page().document().select("[name=authn_use_chk]"))
                .hasSize(1);
        assertThat(submit(page, id).signedIn().idToken().acr()).isEqualTo("2");
        String other = member("other@example.com");
        assertRefused(submit(browser.open(demo.with("prompt", "login")), other));
    }

    @Test
    void where_the_realm_has_switched_passkeys_off_there_are_none() {
        TestRealm without = realms.copy(
                "no-passkeys", representation -> representation.setWebAuthnPolicyPasswordlessPasskeysEnabled(false));
        String id = without.user(
                        "off@example.com",
                        user -> user.setCredentials(List.of(passkey.enrolledAs("webauthn-passwordless"))))
                .toRepresentation()
                .getId();
        IdentifyPage page = browser.open(DemoApp.of(without.issuer()));

        assertThat(page.screen().page().document().select("#webauth, #cloakroom-passkey"))
                .isEmpty();
        assertRefused(page.submitPasskey(passkey.answer("challenge", "http://localhost", "localhost", id)));
    }

    @Test
    void a_closed_account_is_told_so_after_the_right_key_only() {
        String id = member("closed@example.com");
        realm.existing("closed@example.com").update(closed(id));
        assertRefused(browser.open(demo).submitPasskey(tampered(answerFor(id, passkey))));

        Page page = submit(browser.open(demo), id).page();

        assertThat(page.hasLeft()).isFalse();
        assertThat(page.document().text()).contains("disabled");
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    private static UserRepresentation closed(String id) {
        UserRepresentation user = new UserRepresentation();
        user.setId(id);
        user.setEnabled(false);
        return user;
    }
}
