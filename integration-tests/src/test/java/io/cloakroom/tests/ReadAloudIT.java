package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What pages say to those who do not see them, and what time it is where they are. */
class ReadAloudIT extends CloakroomIT {

    private static final String MEMBER = "listens@example.com";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** A code that has a minute left two seconds from now, and half of one after that. */
    private final TestRealm realm = realms.copy(
            "read-aloud",
            representation ->
                    StepSettings.of(representation, "cloakroom-email-otp").set("codeLifespan", "62"));

    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void the_title_says_what_has_happened_and_then_where_one_is() {
        realm.user(MEMBER);
        try (Chromium chromium = Chromium.open()) {
            chromium.go(demo.login().uri()).await("#username");
            assertThat(chromium.driver().getTitle()).isEqualTo("Sign in – Cloakroom");

            chromium.type("username", "nobody").press("#cloakroom-email").await("#input-error-username");
            assertThat(chromium.driver().getTitle())
                    .isEqualTo("This does not look like an email address. Check it and try again."
                            + " – Sign in – Cloakroom");

            chromium.type("username", MEMBER).press("#cloakroom-email").await("#code");
            assertThat(chromium.driver().getTitle()).isEqualTo("Check your email – Cloakroom");
            chromium.type("code", "ABCD-EFGH").press("#cloakroom-verify").await("#input-error-code");
            assertThat(chromium.driver().getTitle())
                    .isEqualTo("That code is not right. Check the latest email. – Check your email – Cloakroom");
        }
    }

    @Test
    void the_time_that_is_left_is_read_once_in_minutes_and_stays_true() {
        realm.user(MEMBER);
        try (Chromium chromium = Chromium.open()) {
            chromium.go(demo.login().uri()).type("username", MEMBER).press("#cloakroom-email");
            chromium.await("#code");
            assertThat(descriptionOf(chromium, "#code")).matches("The code works for [12] min[.].*");

            Patience.until("a minute is left", () -> spoken(chromium).equals("1"));

            assertThat(descriptionOf(chromium, "#code")).startsWith("The code works for 1 min.");
        }
    }

    @Test
    void times_are_those_of_whoever_reads_them() {
        realm.user(MEMBER);
        Browser.create().open(demo).continueAs(MEMBER);
        try (Chromium chromium = Chromium.open()) {
            chromium.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", TOKYO.getId()));
            chromium.go(Inbox.of(MEMBER).lastLink()).await("#cloakroom-confirm");

            WebElement asked = chromium.await(".cloakroom-facts time");

            String there = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.ENGLISH)
                    .format(Instant.parse(asked.getDomAttribute("datetime")).atZone(TOKYO));
            assertThat(asked.getText().replace('\u202F', ' ')).isEqualTo(there + " GMT+9");
        }
    }

    /** The number that is not drawn. */
    private static String spoken(Chromium chromium) {
        return String.valueOf(chromium.driver()
                .findElement(By.cssSelector("#cloakroom-code-help .cloakroom-clock > span"))
                .getDomProperty("textContent"));
    }

    /** How the browser describes that place to a screen reader. */
    private static String descriptionOf(Chromium chromium, String selector) {
        Map<?, ?> document =
                (Map<?, ?>) command(chromium, "DOM.getDocument", Map.of()).get("root");
        Object place = command(
                        chromium, "DOM.querySelector", Map.of("nodeId", document.get("nodeId"), "selector", selector))
                .get("nodeId");
        List<?> nodes = (List<?>)
                command(chromium, "Accessibility.getPartialAXTree", Map.of("nodeId", place, "fetchRelatives", false))
                        .get("nodes");
        Map<?, ?> description = (Map<?, ?>) ((Map<?, ?>) nodes.get(0)).get("description");
        return String.valueOf(description.get("value"));
    }

    private static Map<String, Object> command(Chromium chromium, String name, Map<String, Object> values) {
        return chromium.driver().executeCdpCommand(name, values);
    }
}
