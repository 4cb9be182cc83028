package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings do what they say, and a value that can't be used switches the step off with a word to the operator. */
class SettingsIT extends CloakroomIT {

    @ParameterizedTest
    @CsvSource({
        "codeLength, 3",
        "codeLength, many",
        "codeAlphabet, runes",
        "codeLifespan, 0",
        "maxAttempts, 1000",
        "role, third",
        "unknownAddress, shout",
        "guessesPerAddress, 5",
        "mailsPerNetwork, 3/5x"
    })
    void a_value_that_cannot_be_used_stops_the_step_and_is_named_in_the_log(String key, String value)
            throws IOException {
        String name = "settings-" + key + "-" + value.hashCode();
        TestRealm realm = realms.copy(
                name,
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set(key, value));
        realm.user("anybody@example.com");

        Screen screen = Browser.create().open(DemoApp.of(realm.issuer())).submit("anybody@example.com");

        assertThat(screen.page().status()).isEqualTo(400);
        assertThat(screen.page().error()).contains("not possible right now");
        assertThat(Files.readString(keycloak.log()).lines())
                .anyMatch(line -> line.contains(name) && line.contains("Setting '" + key + "'"));
        assertThat(Inbox.of("anybody@example.com").count()).isZero();
        realms.remove(name);
    }

    @ParameterizedTest
    @CsvSource({
        "digits, 8, [0-9]{4}-[0-9]{4}",
        "alphanumeric, 4, [0-9A-Z]{4}",
        "unambiguous, 10, [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}"
    })
    void codes_look_as_the_settings_say_and_work(String alphabet, String length, String looks) {
        TestRealm realm = realms.copy(
                "settings-codes",
                representation -> StepSettings.of(representation, "cloakroom-email-otp")
                        .set("codeAlphabet", alphabet)
                        .set("codeLength", length));
        realm.user("coded@example.com");
        var page = browser.open(DemoApp.of(realm.issuer())).continueAs("coded@example.com");

        String code = Inbox.of("coded@example.com")
                .awaitMail()
                .text()
                .lines()
                .filter(line -> line.matches(looks))
                .findFirst()
                .orElseThrow();

        assertThat(page.enter(" " + code.toLowerCase(Locale.ROOT).replace("-", " \u2013 "))
                        .idToken()
                        .email())
                .isEqualTo("coded@example.com");
    }

    @Test
    void an_expired_code_is_refused_as_expired() throws InterruptedException {
        TestRealm realm = realms.copy(
                "settings-lifespan",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("codeLifespan", "2"));
        realm.user("slow@example.com");
        var page = browser.open(DemoApp.of(realm.issuer())).continueAs("slow@example.com");
        String code = Inbox.of("slow@example.com").lastCode();
        Thread.sleep(2_000);

        var refused = page.enterWrong(code);

        assertThat(refused.error()).contains("expired");
        assertThat(refused.screen()
                        .page()
                        .document()
                        .selectFirst("#cloakroom-code-help")
                        .html())
                .as("said once, and no room is left for it")
                .isEmpty();
        assertThat(realm.events().countWithDetail("cloakroom_reason", "expired"))
                .isEqualTo(1);
    }
}
