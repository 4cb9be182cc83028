package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Look;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.Login;
import io.cloakroom.tests.pages.SignedIn;
import org.junit.jupiter.api.Test;

/** Signing in with a code from the mailbox, as a real browser shows it. */
class EmailOtpBrowserIT extends CloakroomIT {

    @Test
    void signs_in_with_the_code_from_the_mail() {
        try (Chromium chromium = Chromium.open()) {
            Login login = app.login();
            chromium.go(login.uri()).type("username", "ada@example.com");
            chromium.screenshot("identify", Look.PHONE_LIGHT);
            chromium.press("#cloakroom-identify-form [name=method][value=email]");

            chromium.type("code", Inbox.of("ada@example.com").lastCode());
            chromium.screenshot("code", Look.PHONE_LIGHT);
            chromium.press("#cloakroom-code-form [type=submit]:not([name=resend], [name=change])");

            SignedIn ada = login.redeem(chromium.awaitArrivalAt(login.redirectUri()));
            assertThat(ada.idToken().email()).isEqualTo("ada@example.com");
        }
    }
}
