package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.Login;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The field that takes the code, as a real browser and real keys meet it. */
class CodeFieldBrowserIT extends CloakroomIT {

    private static final String FIELD = "#code";

    private final TestRealm realm = realms.copy("code-field");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void groups_of_four_stand_wherever_one_types_and_deletes() {
        try (Chromium chromium = waitingFor("groups@example.com", demo.login())) {
            WebElement field = chromium.await(FIELD);

            field.sendKeys("abcdefg");
            assertThat(written(field)).isEqualTo("abcd-efg");
            field.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.BACK_SPACE);
            assertThat(written(field))
                    .as("a dash takes the character before it")
                    .isEqualTo("abce-fg");
            field.sendKeys("xy");
            assertThat(written(field)).as("what is put in between").isEqualTo("abcx-yefg");
            field.sendKeys(Keys.END, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE);
            assertThat(written(field)).isEqualTo("abcx");

            field.sendKeys("-yefg");
            assertThat(written(field))
                    .as("complete, but typed: nothing is sent")
                    .isEqualTo("abcx-yefg");
            assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong"))
                    .isZero();
        }
    }

    @Test
    void a_pasted_code_signs_in_by_itself_and_once() {
        realm.user("paste@example.com");
        Login login = demo.login();
        try (Chromium chromium = waitingFor("paste@example.com", login)) {
            String code = Inbox.of("paste@example.com").lastCode();

            paste(chromium, code.toLowerCase(Locale.ROOT).replace("-", " "));
            chromium.press("#cloakroom-later");

            assertThat(login.redeem(chromium.awaitArrivalAt(login.redirectUri()))
                            .idToken()
                            .email())
                    .isEqualTo("paste@example.com");
            assertThat(realm.events().countWithDetail("cloakroom_reason", "spent"))
                    .isZero();
        }
    }

    @Test
    void what_is_pasted_in_part_waits_and_what_is_wrong_counts_once() {
        try (Chromium chromium = waitingFor("part@example.com", demo.login())) {
            paste(chromium, "7777-77");
            assertThat(written(chromium.await(FIELD))).isEqualTo("7777-77");

            paste(chromium, "7777-7777");
            assertThat(chromium.await("#input-error-code").getText()).contains("not right");
            assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong"))
                    .isEqualTo(1);
            assertThat(written(chromium.await(FIELD))).isEmpty();
        }
    }

    @Test
    void a_code_that_expires_before_ones_eyes_says_so_once_and_loses_nothing() {
        TestRealm brief = realms.copy(
                "brief-codes",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("codeLifespan", "6"));
        try (Chromium chromium =
                waitingFor("late@example.com", DemoApp.of(brief.issuer()).login())) {
            assertThat(chromium.await("#cloakroom-code-help").getText()).contains("The code works for");
            chromium.await(FIELD).sendKeys("abcde");

            assertThat(chromium.await("#cloakroom-dead").getText()).contains("has expired");

            assertThat(chromium.await("#cloakroom-code-help").getText()).doesNotContain("The code works for");
            assertThat(announced(chromium)).contains("has expired");
            assertThat(written(chromium.await(FIELD))).isEqualTo("abcd-e");
            assertThat(chromium.driver().findElement(By.id("cloakroom-resend")).getDomAttribute("class"))
                    .contains("pf-m-primary");
        }
    }

    @Test
    void without_our_scripts_the_page_does_all_that_it_must() {
        realm.user("plain@example.com");
        Login login = demo.login();
        try (Chromium chromium = Chromium.open()) {
            chromium.driver().executeCdpCommand("Network.enable", Map.of());
            chromium.driver()
                    .executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*/js/cloakroom-*.js*")));
            chromium.go(login.uri()).type("username", "plain@example.com").press("#cloakroom-email");

            chromium.type("code", Inbox.of("plain@example.com").lastCode().replace("-", ""));
            assertThat(written(chromium.await(FIELD))).as("no script groups").doesNotContain("-");
            assertThat(chromium.await("#cloakroom-wait").getText()).contains("A new code can be sent in");
            // Nobody offers a passkey to a browser whose scripts are silent.
            chromium.press("#cloakroom-verify");

            assertThat(login.redeem(chromium.awaitArrivalAt(login.redirectUri()))
                            .idToken()
                            .email())
                    .isEqualTo("plain@example.com");
        }
    }

    private Chromium waitingFor(String address, Login login) {
        Chromium chromium = Chromium.open();
        chromium.go(login.uri()).type("username", address).press("#cloakroom-email");
        chromium.await(FIELD);
        return chromium;
    }

    /** Through the clipboard, as people do. */
    private static void paste(Chromium chromium, String text) {
        WebElement field = chromium.await(FIELD);
        chromium.driver()
                .executeScript(
                        "const source = document.body.appendChild(document.createElement('textarea'));"
                                + "source.id = 'source'; source.value = arguments[0]; source.select();",
                        text);
        chromium.await("#source").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "c"));
        chromium.driver().executeScript("document.getElementById('source').remove();");
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "v"));
    }

    private static String announced(Chromium chromium) {
        return chromium.driver().findElement(By.id("cloakroom-news")).getDomProperty("textContent");
    }

    private static String written(WebElement field) {
        return field.getDomProperty("value");
    }
}
