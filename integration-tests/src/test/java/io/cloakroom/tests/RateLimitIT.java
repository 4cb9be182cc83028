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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** The step {@code cloakroom-rate-limit} at the door of any flow. */
class RateLimitIT extends CloakroomIT {

    private static final String STEP = "cloakroom-rate-limit";

    @Test
    void one_network_enters_so_often_and_another_one_still_does() {
        TestRealm realm = realms.copy("rate-browser", representation -> browser(representation, "entriesPerNetwork"));
        DemoApp demo = DemoApp.of(realm.issuer());
        for (int i = 0; i < 3; i++) {
            Browser.at("10.70.0.1").open(demo);
        }
        Browser late = Browser.at("10.70.0.1");

        Screen refused = late.open(demo::screen);

        assertRefused(refused.page());
        assertThat(refused.page().textOf("body")).contains("Try again in");
        Screen again = refused.submit(refused.page().form("cloakroom-wait-form"));
        assertRefused(again.page());
        Browser.at("10.70.0.2").open(demo);
        assertThat(realm.events().withDetail("cloakroom_reason", "limited"))
                .as("events of a flood")
                .hasSize(1);
    }

    @Test
    void whoever_waits_as_long_as_the_page_says_gets_in_and_loses_nothing() throws InterruptedException {
        TestRealm realm = realms.copy(
                "rate-wait", representation -> browser(representation, Map.of("entriesPerNetwork", "1/3s")));
        realm.user("patient@example.com");
        DemoApp demo = DemoApp.of(realm.issuer());
        Browser.at("10.70.1.1").open(demo);
        Screen refused = Browser.at("10.70.1.1").open(demo::screen);
        long seconds = refused.page()
                .exchange()
                .headers()
                .firstValueAsLong("Retry-After")
                .orElseThrow();
        assertThat(seconds).isBetween(1L, 3L);

        Thread.sleep(seconds * 1000);
        Screen entered = refused.submit(refused.page().form("cloakroom-wait-form"));

        assertThat(new IdentifyPage(entered)
                        .continueAs("patient@example.com")
                        .enter(Inbox.of("patient@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("patient@example.com");
    }

    @Test
    void each_flow_and_each_client_counts_for_itself() {
        TestRealm realm = realms.copy("rate-client", representation -> {
            browser(representation, "entriesPerClient");
            representation.getClients().stream()
                    .filter(client -> "demo-app-password".equals(client.getClientId()))
                    .forEach(client -> client.getAttributes().remove("cloakroom.browserFlow"));
        });
        for (int i = 0; i < 3; i++) {
            Browser.create().open(DemoApp.of(realm.issuer()));
        }

        assertRefused(Browser.create().open(DemoApp.of(realm.issuer())::screen).page());
        assertThat(Browser.create()
                        .open(DemoApp.withPassword(realm.issuer())::screen)
                        .page()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keycloaks_own_reset_and_registration_are_entered_so_often() {
        TestRealm realm = realms.copy("rate-stock", representation -> {
            Flow.of(representation, "reset behind a limit")
                    .required(STEP, Map.of("entriesPerNetwork", "1/1h"))
                    .required("reset-credentials-choose-user")
                    .required("reset-credential-email");
            representation.setResetCredentialsFlow("reset behind a limit");
            Flow.of(representation, "registration behind a limit")
                    .required(STEP, Map.of("entriesPerNetwork", "1/1h"))
                    .registrationForm("form behind a limit", form -> form.required("registration-user-creation"));
            representation.setRegistrationFlow("registration behind a limit");
        });
        for (String link : List.of("#cloakroom-to-recovery", "#cloakroom-to-sign-up")) {
            assertThat(follow("10.70.2.1", realm, link).status()).isEqualTo(200);
            assertRefused(follow("10.70.2.1", realm, link));
            assertThat(follow("10.70.2.2", realm, link).status()).isEqualTo(200);
        }
    }

    @Test
    void the_first_login_through_a_provider_is_entered_so_often() {
        Partner partner = Partner.of(realms, "rate", representation -> {
            Flow.of(representation, "provider behind a limit")
                    .required(STEP, Map.of("entriesPerRealm", "1/1h"))
                    .required("idp-create-user-if-unique");
            representation
                    .getIdentityProviders()
                    .forEach(provider -> provider.setFirstBrokerLoginFlowAlias("provider behind a limit"));
        });
        partner.knows("one");
        partner.knows("two");

        assertThat(partner.come(Browser.create(), "one@example.com").page().hasLeft())
                .isTrue();
        assertRefused(partner.come(Browser.create(), "two@example.com").page());
    }

    @Test
    void a_direct_grant_counts_what_fails_for_members_and_strangers_alike() {
        TestRealm realm = direct("rate-direct");
        realm.user("direct@example.com", user -> user.setCredentials(List.of(Credentials.password("right"))));
        for (String name : List.of("direct@example.com", "nobody@example.com")) {
            for (int i = 0; i < 3; i++) {
                assertThat(grant(realm, "10.70.3.1", name, "wrong").status()).isIn(400, 401);
            }

            Page refused = grant(realm, "10.70.3.1", name, "right");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.exchange().header("Content-Type")).hasValue("application/json");
            assertThat(refused.exchange()
                            .headers()
                            .firstValueAsLong("Retry-After")
                            .orElseThrow())
                    .isBetween(3500L, 3600L);
            assertThat(refused.exchange().body()).contains("\"error\":\"slow_down\"");
        }
        assertThat(grant(realm, "10.70.3.2", "direct@example.com", "right").status())
                .as("elsewhere")
                .isEqualTo(200);
    }

    @Test
    void a_direct_grant_that_succeeds_counts_nothing() {
        TestRealm realm = direct("rate-direct-right");
        realm.user("robot@example.com", user -> user.setCredentials(List.of(Credentials.password("right"))));

        for (int i = 0; i < 8; i++) {
            assertThat(grant(realm, "10.70.4.1", "Robot@Example.com", "right").status())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(grant(realm, "10.70.4.1", "robot@example.com ", "wrong").status())
                    .isIn(400, 401);
        }
        assertThat(grant(realm, "10.70.4.1", "robot@example.com", "right").status())
                .isEqualTo(429);
    }

    @Test
    void a_budget_that_cannot_be_read_lets_nobody_in_and_is_named() throws IOException {
        TestRealm realm = realms.copy("rate-broken", representation -> {
            browser(representation, Map.of("entriesPerNetwork", "often"));
            Flow.of(representation, "direct broken")
                    .required(STEP, Map.of("entriesPerName", "seldom"))
                    .required("direct-grant-validate-username");
            representation.setDirectGrantFlow("direct broken");
        });

        Page page = browser.open(DemoApp.of(realm.issuer())::screen).page();
        Page answer = grant(realm, "10.70.5.1", "any@example.com", "any");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.error()).contains("not possible right now");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.exchange().body()).contains("\"error\":\"temporarily_unavailable\"");
        assertThat(Files.readString(keycloak.log()))
                .contains("Setting 'entriesPerNetwork': permits and windows are needed")
                .contains("Setting 'entriesPerName': permits and windows are needed");
    }

    private static void browser(RealmRepresentation realm, String budget) {
        browser(realm, Map.of(budget, "3/1h"));
    }

    private static void browser(RealmRepresentation realm, Map<String, String> settings) {
        Flow.of(realm, "sign-in behind a limit")
                .required(STEP, settings)
                .required("cloakroom-identify")
                .required("cloakroom-email-otp", Map.of("role", "first"));
        realm.setBrowserFlow("sign-in behind a limit");
    }

    private TestRealm direct(String name) {
        return realms.copy(name, representation -> {
            Flow.of(representation, "direct behind a limit")
                    .required(STEP, Map.of("entriesPerNameAndNetwork", "3/1h"))
                    .required("direct-grant-validate-username")
                    .required("direct-grant-validate-password");
            representation.setDirectGrantFlow("direct behind a limit");
            representation.setBruteForceProtected(false);
        });
    }

    private static Page grant(TestRealm realm, String network, String name, String password) {
        realm.allowDirectGrants(true);
        URI token = URI.create(realm.issuer() + "/protocol/openid-connect/token");
        return Browser.at(network)
                .submit(new Form(
                        token,
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                name,
                                "password",
                                password)));
    }

    private static Page follow(String network, TestRealm realm, String link) {
        return Browser.at(network)
                .open(DemoApp.of(realm.issuer())::screen)
                .click(link)
                .page();
    }

    private static void assertRefused(Page page) {
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.exchange().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3600L);
        assertThat(page.hasForm("cloakroom-wait-form")).isTrue();
    }
}
