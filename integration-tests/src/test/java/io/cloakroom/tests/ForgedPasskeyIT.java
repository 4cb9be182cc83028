package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.SoftPasskey;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a passkey reads the same, whoever it claims to be of. */
class ForgedPasskeyIT extends PasskeyPosts {

    private final TestRealm realm = realms.once("forged-passkeys", representation -> {});
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Override
    TestRealm realm() {
        return realm;
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, localhost",
        "http://localhost:1, localhost",
        ", evil.example",
    })
    void one_that_was_asked_for_somewhere_else_is_refused(String origin, String rpId) {
        String id = member("elsewhere@example.com");
        IdentifyPage page = browser.open(demo);
        URI here = page.screen().page().exchange().uri();

        assertRefused(page.submitPasskey(passkey.answer(
                SoftPasskey.challengeOf(page.screen().page()),
                origin == null ? here.getScheme() + "://" + here.getAuthority() : origin,
                rpId,
                id)));
    }

    @Test
    void one_that_asked_for_no_finger_face_or_pin_is_refused() {
        String id = member("unverified@example.com");
        passkey.withoutUserVerification();

        assertRefused(submit(browser.open(demo), id));
    }

    @Test
    void an_answer_works_once_and_only_for_its_own_page() {
        String id = member("replay@example.com");
        IdentifyPage page = browser.open(demo);
        IdentifyPage other = Browser.create().open(demo);
        Map<String, String> answer = passkey.answer(page.screen().page(), id);

        assertRefused(other.submitPasskey(answer));
        IdentifyPage again = new IdentifyPage(assertRefused(page.submitPasskey(tampered(answer))));
        assertRefused(again.submitPasskey(answer));

        assertThat(submit(browser.open(demo), id).signedIn().idToken().email()).isEqualTo("replay@example.com");
    }

    /** Keycloak itself tells an id that it knows from one that it does not: the page must not. */
    @Test
    void ids_of_accounts_read_like_ids_of_none() {
        String id = member("known@example.com");
        String stranger = "00000000-0000-4000-8000-000000000000";
        SoftPasskey unknownKey = SoftPasskey.create();

        String known = fingerprint(id, tampered(answerFor(id, passkey)));
        assertThat(fingerprint(stranger, answerFor(stranger, passkey))).isEqualTo(known);
        assertThat(fingerprint(stranger, answerFor(id, unknownKey))).isEqualTo(known);
        assertThat(fingerprint(stranger, answerFor("f:" + stranger + ":admin", unknownKey)))
                .isEqualTo(known);
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"})
    void garbage_in_any_field_gets_the_page_again(String field) throws IOException {
        String id = member("garbage@example.com");
        String nul = Base64.getUrlEncoder().encodeToString(new byte[] {0, 1, 2});
        for (String value : List.of("x\nforged entry", "%%%", "=", "AAAA", nul, "A".repeat(100_000))) {
            IdentifyPage page = browser.open(demo);
            Map<String, String> answer = passkey.answer(page.screen().page(), id);
            answer.put(field, value);
            assertRefused(page.submitPasskey(answer));
            answer.remove(field);
            if (!field.equals("authenticatorData")) {
                assertRefused(browser.open(demo).submitPasskey(answer));
            }
        }
        assertThat(ServerLog.of(keycloak.log()).exceptionsOfOurs()).isEmpty();
    }

    @Test
    void an_address_that_is_posted_along_is_looked_up_for_nobody() {
        String id = member("along@example.com");
        for (String address : List.of("along@example.com", "stranger@example.com")) {
            IdentifyPage page = browser.open(demo);
            Map<String, String> answer =
                    new HashMap<>(tampered(passkey.answer(page.screen().page(), id)));
            answer.put("username", address);
            assertRefused(page.submitPasskey(answer));
        }
        IdentifyPage page = browser.open(demo);
        Map<String, String> answer = new HashMap<>(passkey.answer(page.screen().page(), id));
        answer.put("username", "stranger@example.com");

        assertThat(page.submitPasskey(answer).signedIn().idToken().email()).isEqualTo("along@example.com");
    }

    private String fingerprint(String typed, Map<String, String> answer) {
        Screen refused = assertRefused(Browser.create().open(demo).submitPasskey(answer));
        return Fingerprint.of(refused.page().exchange(), typed);
    }
}
