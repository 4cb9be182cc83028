package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Look;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.Login;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignedIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keycloak's own pages are enough to see that server, realms, browser, app, events and mail work together. */
class HarnessIT extends CloakroomIT {

    @Test
    void signs_in_with_a_password_where_the_realm_uses_keycloaks_own_flow() {
        TestRealm realm = stockRealm("harness-stock");
        realm.user("paul@example.com", user -> user.setCredentials(List.of(Credentials.password("paper and ink"))));

        Screen login = browser.open(DemoApp.of(realm.issuer())::screen);
        SignedIn paul = login.submit(login.page()
                        .form("kc-form-login")
                        .with("username", "paul@example.com")
                        .with("password", "paper and ink"))
                .signedIn();

        assertThat(paul.idToken().email()).isEqualTo("paul@example.com");
        assertThat(realm.events().ofType("LOGIN"))
                .singleElement()
                .satisfies(event -> assertThat(event.getIpAddress()).startsWith("10."));
        assertThat(browser.cookies()).containsKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void signs_in_with_chromium() {
        TestRealm realm = stockRealm("harness-chromium");
        realm.user("cleo@example.com", user -> user.setCredentials(List.of(Credentials.password("paper and ink"))));
        Login login = DemoApp.of(realm.issuer()).login();

        try (Chromium chromium = Chromium.open()) {
            chromium.go(login.uri()).type("username", "cleo@example.com").type("password", "paper and ink");
            for (Look look : Look.values()) {
                assertThat(chromium.screenshot("stock-login", look)).isNotEmptyFile();
            }
            chromium.press("#kc-login");

            SignedIn cleo = login.redeem(chromium.awaitArrivalAt(login.redirectUri()));
            assertThat(cleo.idToken().email()).isEqualTo("cleo@example.com");
        }
    }

    @Test
    void reads_the_mail_that_keycloak_sends() {
        TestRealm realm = stockRealm("harness-mail");
        realm.user("mona@example.com").sendVerifyEmail();

        Page page = browser.get(Inbox.of("mona@example.com").awaitMail().links().get(0));
        assertThat(page.status()).isEqualTo(200);
    }

    private TestRealm stockRealm(String name) {
        return realms.copy(name, realm -> realm.setBrowserFlow("browser"));
    }
}
