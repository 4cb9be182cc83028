package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import org.junit.jupiter.api.Test;

/** Signing in with a code from the mailbox. */
class EmailOtpLoginIT extends CloakroomIT {

    @Test
    void signs_in_with_the_code_from_the_mail() {
        CodePage page = browser.open(app).continueAs("ada@example.com");

        SignedIn ada = page.enter(Inbox.of("ada@example.com").lastCode());

        assertThat(ada.idToken().email()).isEqualTo("ada@example.com");
    }

    @Test
    void refuses_a_wrong_code_on_the_same_page_and_still_takes_the_right_one() {
        CodePage page = browser.open(app).continueAs("ada@example.com");

        CodePage again = page.enterWrong("ZZZZ-ZZZZ");

        assertThat(again.error()).isNotEmpty();
        SignedIn ada = again.enter(Inbox.of("ada@example.com").lastCode());
        assertThat(ada.idToken().email()).isEqualTo("ada@example.com");
    }

    @Test
    void shows_the_code_page_for_an_unknown_address_too() {
        CodePage page = browser.open(app).continueAs("nobody@example.com");

        assertThat(page.error()).isEmpty();
    }

    @Test
    void asks_for_the_second_factor_where_there_is_one() {
        CodePage page = browser.open(app).continueAs("tom@example.com");

        TotpPage totp = page.enterThenTotp(Inbox.of("tom@example.com").lastCode());

        SignedIn tom = totp.enter(AuthenticatorApp.ofTom().code());
        assertThat(tom.idToken().email()).isEqualTo("tom@example.com");
    }
}
