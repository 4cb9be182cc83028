package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Look;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.Login;
import io.cloakroom.tests.pages.SignedIn;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The two main stories in a real browser: somebody becomes a member, and somebody comes back who has lost the phone. */
class SignUpBrowserIT extends CloakroomIT {

    private static final String NINA = "nina@example.com";
    private static final String PAUL = "paul@example.com";

    @Test
    void a_newcomer_signs_up_adds_a_passkey_and_signs_in_with_it() {
        try (Member nina = Member.newcomer(realms.copy("sign-up-browser"), NINA)) {
            Login login = nina.visit();
            show(nina.chromium(), "identify-sign-up");
            nina.chromium().press("#cloakroom-to-sign-up");
            nina.chromium().type("email", NINA).type("firstName", "Nina");
            assertSaysWhatBelongsThere(nina.chromium());
            nina.chromium().press("#cloakroom-sign-up").await("#input-error-lastName");
            assertSaysWhatIsWrong(nina.chromium());
            show(nina.chromium(), "sign-up-refused");
            nina.chromium().type("lastName", "New");
            show(nina.chromium(), "sign-up");
            nina.chromium().press("#cloakroom-sign-up");
            Mail mail = nina.inbox().awaitMail();
            nina.chromium().type("code", mail.code());
            show(nina.chromium(), "sign-up-code");
            nina.chromium().press("#cloakroom-verify");
            nina.chromium().press("#cloakroom-add");

            SignedIn first = nina.arrive(login);
            assertThat(first.idToken().email()).isEqualTo(NINA);
            assertThat(nina.arrive(nina.visit()).idToken().amr()).contains("passkey");
            show(nina.chromium().go(HtmlMail.asPage(mail.html())), "sign-up-mail");
        }
    }

    @Test
    void a_member_who_has_lost_the_phone_comes_back_removes_it_and_adds_another() {
        try (Member paul = Member.of(realms.copy("recovery-browser"), PAUL)) {
            paul.addPasskey();
            paul.authenticator().forget();
            Login login = paul.visit();
            paul.chromium().press("#cloakroom-to-recovery");
            show(paul.chromium(), "recovery");
            paul.chromium().type("username", PAUL).press("#cloakroom-recover");
            paul.enterCode();
            paul.chromium().press("#lost-0");
            show(paul.chromium(), "lost-passkeys");
            paul.chromium().press("#cloakroom-lost");
            paul.chromium().press("#cloakroom-add");

            assertThat(paul.arrive(login).idToken().acr()).isEqualTo("1");
            assertThat(paul.passkeys())
                    .extracting(CredentialRepresentation::getUserLabel)
                    .containsExactly(paul.browserInMail());
            Patience.untilNoClockDoubts();
            assertThat(paul.arrive(paul.visit()).idToken().amr()).contains("passkey");
        }
    }

    private static void assertSaysWhatBelongsThere(Chromium chromium) {
        WebElement address = chromium.await("#email");
        assertThat(address.getDomAttribute("aria-required")).isEqualTo("true");
        assertThat(address.getDomAttribute("type")).isEqualTo("email");
        assertThat(address.getDomAttribute("autocapitalize")).isEqualTo("none");
        assertThat(address.getDomAttribute("spellcheck")).isEqualTo("false");
        assertThat(chromium.await("#firstName").getDomAttribute("autocomplete")).isEqualTo("given-name");
        assertThat(chromium.await("#lastName").getDomAttribute("autocomplete")).isEqualTo("family-name");
    }

    private static void assertSaysWhatIsWrong(Chromium chromium) {
        WebElement place = chromium.driver().switchTo().activeElement();
        assertThat(place.getDomAttribute("id")).isEqualTo("lastName");
        assertThat(place.getDomAttribute("aria-describedby").split(" ")).contains("input-error-lastName");
        assertThat(place.findElement(By.xpath("..")).getDomAttribute("class").split(" "))
                .contains("pf-m-error");
    }

    private static void show(Chromium chromium, String name) {
        for (Look look : Look.values()) {
            chromium.screenshot(name, look);
        }
    }
}
