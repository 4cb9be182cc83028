package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.gallery.GalleryRealm;
import io.cloakroom.tests.gallery.Guide;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.Login;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Signing in without a mouse, with a screen reader at the ear, and without copying anything by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardIT extends CloakroomIT {

    private static final String MEMBER = "keys@example.com";
    private static final String TWO_FACTORS = "tess@example.com";
    private static final int MOST_STOPS = 20;

    private final TestRealm realm = GalleryRealm.of(realms);
    private Chromium chromium;

    @BeforeAll
    void open_a_browser() {
        realm.user(MEMBER);
        chromium = Guide.browser();
    }

    @AfterAll
    void close_it() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void signs_in_with_a_code_by_keys_alone() {
        realm.user(MEMBER);
        Login login = begin();
        chromium.keys(MEMBER, Keys.ENTER);
        String code = Inbox.of(MEMBER).lastCode();
        chromium.await("#code");
        assertThat(focused()).isEqualTo("code");

        chromium.keys(code, Keys.ENTER).await("#cloakroom-later");
        tabTo("cloakroom-later").keys(Keys.SPACE);

        assertThat(login.redeem(chromium.awaitArrivalAt(login.redirectUri()))
                        .idToken()
                        .email())
                .isEqualTo(MEMBER);
    }

    @Test
    void signs_in_with_a_link_by_keys_alone() {
        realm.user(MEMBER);
        Login login = begin();
        chromium.keys(MEMBER);
        tabTo("cloakroom-email").keys(Keys.ENTER);

        chromium.go(Inbox.of(MEMBER).lastLink()).await("#cloakroom-confirm");
        tabTo("cloakroom-confirm").keys(Keys.SPACE).await("#cloakroom-later");
        tabTo("cloakroom-never").tabBack().keys(Keys.ENTER);

        assertThat(login.redeem(chromium.awaitArrivalAt(login.redirectUri()))
                        .idToken()
                        .email())
                .isEqualTo(MEMBER);
    }

    @Test
    void chooses_another_second_factor_by_keys_alone() {
        begin();
        chromium.keys(TWO_FACTORS, Keys.ENTER).await("#code");
        chromium.keys(Inbox.of(TWO_FACTORS).lastCode(), Keys.ENTER).await("#try-another-way");
        tabTo("try-another-way").keys(Keys.ENTER).await("#kc-select-credential-form");

        for (int i = 0; i < MOST_STOPS && !focusedText().contains("Authenticator"); i++) {
            chromium.keys(Keys.TAB);
        }
        chromium.keys(Keys.SPACE);

        chromium.await("#otp");
        assertThat(chromium.driver().findElements(By.cssSelector("#kc-select-credential-form")))
                .isEmpty();
    }

    @Test
    void the_password_is_where_the_focus_is_when_the_address_is_known() {
        realm.user(MEMBER);
        Login login = begin();
        chromium.keys(MEMBER, Keys.ENTER).await("#code");
        chromium.keys(Inbox.of(MEMBER).lastCode(), Keys.ENTER).await("#cloakroom-later");
        tabTo("cloakroom-later").keys(Keys.SPACE);
        chromium.awaitArrivalAt(login.redirectUri());
        DemoApp withPassword = DemoApp.withPassword(realm.issuer()).with("prompt", "login");

        WebElement password = chromium.go(withPassword.login().uri()).await("#password");

        assertThat(focused()).isEqualTo("password");
        tabTo("cloakroom-password-sight").keys(Keys.SPACE);
        assertThat(password.getDomProperty("type")).isEqualTo("text");
        chromium.keys(Keys.SPACE);
        assertThat(password.getDomProperty("type")).isEqualTo("password");
    }

    @Test
    void after_a_wrong_code_the_focus_is_in_the_field_that_says_what_is_wrong() {
        begin();
        chromium.keys(MEMBER, Keys.ENTER).await("#code");
        chromium.keys("ABCD-EFGH", Keys.ENTER).await("#input-error-code");

        assertSaysWhatIsWrong("code", "not right");
    }

    @Test
    void after_a_refused_address_the_focus_is_in_the_field_that_says_what_is_wrong() {
        begin();
        chromium.keys("nobody", Keys.ENTER).await("#input-error-username");

        assertSaysWhatIsWrong("username", "does not look like");
    }

    /** WCAG 3.3.8: nobody has to remember or to copy anything, because it can be pasted, or filled in by the browser. */
    @Test
    void the_code_can_be_pasted_and_filled_in() {
        begin();
        chromium.keys(MEMBER, Keys.ENTER);
        WebElement field = chromium.await("#code");
        assertThat(field.getDomAttribute("autocomplete")).isEqualTo("one-time-code");
        assertThat(field.getDomAttribute("aria-describedby").split(" ")).contains("cloakroom-code-help");
        assertThat(chromium.await("#cloakroom-code-help").getText()).contains("A pasted code is sent at once.");

        copy("ABCD-EFG");
        field.sendKeys(Keys.chord(Keys.CONTROL, "v"));
        assertThat(typed(field)).isEqualTo("ABCDEFG");

        field.clear();
        chromium.driver().executeCdpCommand("Input.insertText", Map.of("text", "GFEDCBA"));
        assertThat(typed(field)).isEqualTo("GFEDCBA");
    }

    @Test
    void the_address_can_be_filled_in() {
        begin();
        WebElement field = chromium.await("#username");

        chromium.driver().executeCdpCommand("Input.insertText", Map.of("text", MEMBER));

        assertThat(field.getDomAttribute("autocomplete")).isEqualTo("username webauthn");
        assertThat(field.getDomProperty("value")).isEqualTo(MEMBER);
    }

    private Login begin() {
        Login login = DemoApp.of(realm.issuer()).login();
        Guide.of(realm, chromium, "en").begin();
        chromium.go(login.uri()).await("#username");
        assertThat(focused()).isEqualTo("username");
        return login;
    }

    private void assertSaysWhatIsWrong(String field, String words) {
        WebElement place = chromium.driver().switchTo().activeElement();
        String error = "input-error-" + field;
        assertThat(focused()).isEqualTo(field);
        assertThat(place.getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(place.getDomAttribute("aria-describedby").split(" ")).contains(error);
        assertThat(chromium.await("#" + error).getText()).contains(words);
    }

    private Chromium tabTo(String place) {
        for (int i = 0; i < MOST_STOPS && !focused().equals(place); i++) {
            chromium.keys(Keys.TAB);
        }
        assertThat(focused()).isEqualTo(place);
        return chromium;
    }

    private String focusedText() {
        WebElement place = chromium.driver().switchTo().activeElement();
        return place.getTagName().equals("button") ? place.getText() : "";
    }

    private String focused() {
        return String.valueOf(chromium.driver().switchTo().activeElement().getDomAttribute("id"));
    }

    /** Puts that on the clipboard, as an app on the same computer would. */
    private void copy(String text) {
        chromium.driver()
                .executeCdpCommand(
                        "Browser.grantPermissions",
                        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        chromium.driver()
                .executeAsyncScript(
                        "navigator.clipboard.writeText(arguments[0]).then(arguments[1], arguments[1])", text);
    }

    /** A group's dash is the page's to add. */
    private static String typed(WebElement field) {
        return String.valueOf(field.getDomProperty("value")).replaceAll("[^A-Z0-9]", "");
    }
}
