package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Exchange;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A character that some databases fail on, PostgreSQL among them: whoever sends it is answered as with any wrong input. */
class NulCharacterIT {

    private static final List<String> NULS = List.of("\0", "some\0body@example.com", "some\0body");
    private static final int SERVER_ERROR = 500;

    private final ClusterNode node = Cluster.shared().node(0);
    private final ServerLog before = log();
    private final TestRealm realm = new Realms(node).copy("nul", representation -> {
        Flow.of(representation, "guarded reset")
                .required("cloakroom-reset-choose-user")
                .required("cloakroom-reset-email");
        representation.setResetCredentialsFlow("guarded reset");
    });

    @AfterEach
    void nothing_of_ours_has_failed() {
        assertThat(log().exceptionsOfOurs()).hasSameSizeAs(before.exceptionsOfOurs());
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN", "SIGN_UP"})
    void in_an_address(Way way) {
        for (String nul : NULS) {
            Browser browser = Browser.create();
            Form form = way.claim(way.open(browser, realm.issuer()), nul);

            assertAnswered(browser.submit(form));
            assertAnswered(
                    browser.submit(form.with("email", "somebody@example.com").with("lastName", nul)));
        }
    }

    @Test
    void in_a_name_that_a_guarded_form_takes() {
        TestRealm passwords = new Realms(node).copy("nul-passwords", representation -> {
            Flow.of(representation, "guarded").required("cloakroom-username-password-form");
            representation.setBrowserFlow("guarded");
        });
        for (String nul : NULS) {
            Browser browser = Browser.create();
            Page page = browser.open(DemoApp.of(passwords.issuer())::screen).page();

            assertAnswered(browser.submit(
                    page.form("kc-form-login").with("username", nul).with("password", "some")));
        }
    }

    @Test
    void in_whose_credentials_are_to_be_reset() {
        for (String nul : NULS) {
            Browser browser = Browser.create();
            browser.open(DemoApp.of(realm.issuer()));
            Page page = browser.get(URI.create(realm.issuer() + "/login-actions/reset-credentials?client_id=demo-app"));

            assertAnswered(browser.submit(page.form("kc-reset-password-form").with("username", nul)));
        }
    }

    @Test
    void in_the_name_of_an_app() {
        URI again = URI.create(realm.issuer() + "/cloakroom/link/again");
        Exchange answer =
                Browser.create().send("POST", again, "application/x-www-form-urlencoded", "client_id=some%00app");

        assertThat(answer.status()).isLessThan(SERVER_ERROR);
    }

    @Test
    void in_what_an_administrator_orders() {
        AdminApi api = AdminApi.of(realm);
        realm.user("ann@example.com");
        api.administrator("boss@example.com", "manage-users", "impersonation");
        String token = api.tokenOf("boss@example.com");
        for (String nul : NULS) {
            for (Map<String, Object> order : List.<Map<String, Object>>of(
                    Map.of("client", nul, "email", "ann@example.com"),
                    Map.of("client", "demo-app", "email", nul),
                    Map.of("client", "demo-app", "user", nul),
                    Map.of("client", "demo-app", "email", "ann@example.com", "redirectUri", nul),
                    Map.of("client", "demo-app", "email", "ann@example.com", "requiredActions", List.of(nul)))) {
                assertThat(api.order(token, order).status()).as("%s", order).isBetween(400, 499);
            }
        }
    }

    private static void assertAnswered(Page page) {
        assertThat(page.status()).as("%s", page).isLessThan(SERVER_ERROR);
    }

    private ServerLog log() {
        try {
            return ServerLog.of(node.log());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
