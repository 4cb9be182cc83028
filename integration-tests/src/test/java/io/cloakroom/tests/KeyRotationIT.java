package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keycloak accepts its own cookie of a login under way only under the newest HMAC key: whoever rotates it makes all of them
 * start over, whatever flow they are in.
 */
class KeyRotationIT extends CloakroomIT {

    private static final String ANN = "ann@example.com";

    @Test
    void whoever_waits_for_a_code_starts_over_and_gets_in_with_the_next() {
        TestRealm realm = realms.copy("rotation");
        realm.user(ANN);
        CodePage page = browser.open(DemoApp.of(realm.issuer())).continueAs(ANN);
        String code = Inbox.of(ANN).lastCode();
        String before = realm.hmacKey();

        realm.rotateHmacKey();
        IdentifyPage over = new IdentifyPage(page.submit(code));

        assertThat(realm.hmacKey()).isNotEqualTo(before);
        assertThat(over.error()).contains("start from the beginning");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        CodePage again = over.continueAs(ANN);
        assertThat(again.enter(Inbox.of(ANN).lastCode()).idToken().email()).isEqualTo(ANN);
    }

    @Test
    void so_does_whoever_types_a_password_into_keycloaks_own_form() {
        TestRealm realm = realms.copy("rotation-stock", copy -> copy.setBrowserFlow("browser"));
        realm.user(ANN, user -> user.setCredentials(List.of(Credentials.password("paper and ink"))));
        Screen login = browser.open(DemoApp.of(realm.issuer())::screen);

        realm.rotateHmacKey();
        Screen over = login.submit(filled(login));

        assertThat(over.page().error()).contains("start from the beginning");
        assertThat(over.submit(filled(over)).signedIn().idToken().email()).isEqualTo(ANN);
    }

    private static Form filled(Screen login) {
        return login.page().form("kc-form-login").with("username", ANN).with("password", "paper and ink");
    }
}
