package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import org.junit.jupiter.api.Test;

/** Promises 3, 6, 10 and 11, as far as one node goes: what is counted, on whom, and how a refusal reads. */
class LimitsIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("limits", representation -> {
        StepSettings.of(representation, "cloakroom-identify")
                .set("mailsPerAddressAndNetwork", "3/1h")
                .set("mailsPerAddress", "2/1h")
                .set("mailsPerNetwork", "6/4s, 100/1h");
        StepSettings.of(representation, "cloakroom-email-otp").set("guessesPerAddressAndNetwork", "7/1h");
    });
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void spellings_browsers_and_restarts_share_one_budget() {

        String network = "10.50.0.1";
        Browser.at(network).open(demo).continueAs("ada@example.com");
        Browser.at(network).open(demo).continueAs(" ADA@Example.com");
        Browser.at(network).open(demo).continueAs("\uFF41da@example.com");

        Page refused = start(Browser.at(network), "aDa@example.COM ");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.exchange().header("Retry-After").orElseThrow()))
                .isBetween(3590L, 3600L);
        assertThat(refused.error()).contains("60 min");
        assertThat(refused.form("cloakroom-identify-form").values()).containsEntry("username", "aDa@example.COM ");
        assertThat(realm.events().countWithDetail("cloakroom_reason", "limited"))
                .isEqualTo(1);
    }

    @Test
    void hammered_from_many_networks_an_address_still_gets_a_code_from_another_one_and_codes_already_sent_work() {
        realm.user("eve@example.com");
        Inbox inbox = Inbox.of("eve@example.com");
        CodePage before = Browser.at("10.50.1.99").open(demo).continueAs("eve@example.com");
        String sentBefore = inbox.lastCode();
        for (int network = 1; network <= 8; network++) {
            for (int i = 0; i < 4; i++) {
                start(Browser.at("10.50.1." + network), "eve@example.com");
            }
        }
        assertThat(start(Browser.at("10.50.1.1"), "eve@example.com").status()).isEqualTo(429);
        inbox.awaitCount(1 + 8 + 2);

        Page elsewhere = start(Browser.at("10.50.1.100"), "eve@example.com");

        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(before.enter(sentBefore).idToken().email()).isEqualTo("eve@example.com");
        inbox.awaitCount(1 + 8 + 2 + 1);
    }

    @Test
    void one_network_has_its_own_bound_against_an_address() {
        for (int i = 0; i < 3; i++) {
            assertThat(start(Browser.at("10.50.5.1"), "max@example.com").status())
                    .isEqualTo(200);
        }

        assertThat(start(Browser.at("10.50.5.1"), "max@example.com").status()).isEqualTo(429);
        assertThat(start(Browser.at("10.50.5.2"), "max@example.com").status()).isEqualTo(200);
    }

    @Test
    void a_network_is_bounded_over_all_addresses_and_free_again_after_its_window() throws InterruptedException {
        String network = "10.50.2.1";
        for (int i = 0; i < 6; i++) {
            assertThat(start(Browser.at(network), "somebody" + i + "@example.com")
                            .status())
                    .isEqualTo(200);
        }
        Page refused = start(Browser.at(network), "somebody@example.com");
        assertThat(refused.status()).isEqualTo(429);
        long wait = Long.parseLong(refused.exchange().header("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1L, 4L);

        Thread.sleep(wait * 1000 + 1000);

        assertThat(start(Browser.at(network), "somebody@example.com").status()).isEqualTo(200);
    }

    @Test
    void wrong_guesses_outlive_restart_and_browser() {
        realm.user("target@example.com");
        String network = "10.50.3.1";
        CodePage first = Browser.at(network).open(demo).continueAs("target@example.com");
        guessWrong(first, 5);
        Browser fresh = Browser.at(network);
        CodePage second = fresh.open(demo).continueAs("target@example.com");
        CodePage tired = guessWrong(second, 2);

        Page refused = fresh.submit(tired.form().with("code", "ZZZZ-ZZZZ"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.exchange().header("Retry-After")).isPresent();
        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(7);
    }

    @Test
    void right_codes_use_up_no_guesses() {
        realm.user("busy@example.com");
        for (int i = 0; i < 3; i++) {
            CodePage page = Browser.at("10.50.4.1").open(demo).continueAs("busy@example.com");
            guessWrong(page, 2).enter(Inbox.of("busy@example.com").lastCode());
        }

        assertThat(realm.events().ofType("LOGIN")).hasSize(3);
    }

    @Test
    void after_five_guesses_the_right_code_is_too_late_and_not_compared() {
        realm.user("late@example.com");
        CodePage page = browser.open(demo).continueAs("late@example.com");
        CodePage exhausted =
                guessWrong(page, 5).enterWrong(Inbox.of("late@example.com").lastCode());

        assertThat(exhausted.error()).contains("too often");
        assertThat(realm.events().countWithDetail("cloakroom_reason", "exhausted"))
                .isEqualTo(1);
        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(5);
    }

    private static CodePage guessWrong(CodePage page, int times) {
        CodePage current = page;
        for (int i = 0; i < times; i++) {
            current = current.enterWrong("ZZZZ-ZZZZ");
        }
        return current;
    }

    private Page start(Browser browser, String address) {
        IdentifyPage page = browser.open(demo);
        return page.submit(address).page();
    }
}
