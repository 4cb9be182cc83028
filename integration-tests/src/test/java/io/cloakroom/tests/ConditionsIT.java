package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions for whoever builds flows: more is asked for only where they hold. */
class ConditionsIT extends CloakroomIT {

    private static final String TIGHT = "cloakroom-condition-tight-limit";
    private static final String BY_EMAIL = "cloakroom-condition-by-email";

    @Test
    void more_is_asked_for_while_the_address_is_under_attack() {
        TestRealm realm = asking("tight-address", TIGHT, Map.of("share", "50"));
        assertThat(signIn("10.73.0.1", realm).hasLeft()).isTrue();
        CodePage page = start("10.73.0.66", realm);
        Inbox.of(member(realm)).awaitMail();
        // The first guess at a code is free of the address's budget.
        for (int i = 0; i < 4; i++) {
            page = page.enterWrong("ZZZZ-ZZZ" + i);
        }

        assertAsked(signIn("10.73.0.1", realm));
    }

    @Test
    void more_is_asked_for_while_the_network_is_at_it_whoever_comes_from_there() {
        TestRealm realm = asking("tight-network", TIGHT, Map.of("share", "50"));
        for (int i = 0; i < 6; i++) {
            Browser.at("10.73.1.66").open(DemoApp.of(realm.issuer())).continueAs("nobody" + i + "@example.com");
        }

        assertAsked(signIn("10.73.1.66", realm));
        assertThat(signIn("10.73.1.1", realm).hasLeft()).isTrue();
    }

    @Test
    void a_condition_can_be_turned_round_and_holds_where_it_cannot_be_read() {
        assertAsked(signIn("10.73.2.1", asking("tight-negated", TIGHT, Map.of("negate", "on"))));
        assertAsked(signIn("10.73.2.2", asking("tight-broken", TIGHT, Map.of("share", "half"))));
    }

    @Test
    void whoever_has_signed_in_by_email_is_asked_for_more_and_whoever_has_a_password_is_not() {
        TestRealm realm = asking("by-email", BY_EMAIL, Map.of());

        assertAsked(signIn("10.73.3.1", realm));

        Page page = Browser.at("10.73.3.2")
                .open(DemoApp.of(realm.issuer()))
                .submit(member(realm), "right")
                .page();
        assertThat(page.hasLeft()).isTrue();
        assertThat(signIn("10.73.3.3", asking("not-by-email", BY_EMAIL, Map.of("negate", "on")))
                        .hasLeft())
                .isTrue();
    }

    /** A sign-in by email or password that asks for the authenticator app where the condition holds. */
    private TestRealm asking(String name, String condition, Map<String, String> settings) {
        TestRealm realm = realms.copy(name, representation -> {
            Flow.of(representation, "asks for more")
                    .required("cloakroom-identify", Map.of("password", "on", "mailsPerNetwork", "12/1h"))
                    .required(
                            "cloakroom-email-otp",
                            Map.of("role", "first", "guessesPerAddress", "6/1h", "maxAttempts", "10"))
                    .conditional(
                            "more", more -> more.required(condition, settings).required("auth-otp-form"));
            representation.setBrowserFlow("asks for more");
        });
        realm.user(
                member(realm), user -> user.setCredentials(List.of(Credentials.password("right"), Credentials.totp())));
        return realm;
    }

    /** Mail of one realm that comes late is nobody's in another. */
    private static String member(TestRealm realm) {
        return realm.name() + "@example.com";
    }

    private static CodePage start(String network, TestRealm realm) {
        return Browser.at(network).open(DemoApp.of(realm.issuer())).continueAs(member(realm));
    }

    private static Page signIn(String network, TestRealm realm) {
        return start(network, realm).submit(Inbox.of(member(realm)).lastCode()).page();
    }

    private static void assertAsked(Page page) {
        assertThat(page.hasForm("kc-otp-login-form")).as("%s", page).isTrue();
    }
}
