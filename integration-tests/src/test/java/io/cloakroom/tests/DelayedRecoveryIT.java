package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.pages.TotpSetupPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Recovery without the second factor: never at once, and only with a code of after the wait. */
class DelayedRecoveryIT extends DelayedRecovery {

    @Test
    void before_the_wait_is_over_nothing_completes_it() {
        member("early@example.com", Duration.ofHours(1));
        Screen page = recover("early@example.com");

        Screen after = press(page, "complete");

        assertThat(after.page().hasLeft()).isFalse();
        assertThat(types("early@example.com")).contains("otp", "webauthn-passwordless", REQUEST);
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void after_the_wait_a_fresh_code_completes_it_and_everybody_else_is_out() {
        member("ready@example.com");
        Browser elsewhere = Browser.create();
        var session = new TotpPage(elsewhere
                        .open(demo)
                        .continueAs("ready@example.com")
                        .submit(Inbox.of("ready@example.com").lastCode()))
                .enter(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());
        assertThat(session).isNotNull();
        member("ready@example.com", Duration.ofMinutes(-1));

        Screen page = recover("ready@example.com");
        assertThat(page.page().document().text()).contains("The waiting time is over");
        var back = press(page, "complete").signedIn();

        assertThat(back.idToken().email()).isEqualTo("ready@example.com");
        assertThat(back.idToken().acr()).isEqualTo("1");
        assertThat(types("ready@example.com")).isEmpty();
        assertThat(realm.existing("ready@example.com").getUserSessions()).hasSize(1);
        assertThat(realm.events().withDetail("cloakroom_recovery", "completed")).hasSize(1);
    }

    /** What that browser had proved is older than the account's new beginning; of all browsers it alone may stand on it. */
    @Test
    void the_browser_that_came_back_sets_up_what_it_has_lost() {
        member("again@example.com", Duration.ofMinutes(-1));
        Screen page = recover("again@example.com");
        Patience.aSecond();
        assertThat(press(page, "complete").signedIn()).isNotNull();

        Screen setup = browser.open(demo.with("kc_action", "CONFIGURE_TOTP")::screen);
        new TotpSetupPage(setup).enrol();

        assertThat(types("again@example.com")).containsExactly("otp");
        assertThat(realm.existing("again@example.com").getUserSessions()).hasSize(1);
    }

    @Test
    void of_many_at_once_one_completes_it() throws Exception {
        member("race@example.com", Duration.ofMinutes(-1));
        Screen page = recover("race@example.com");
        Form form = page.page().form(FORM).with("complete", "on");
        List<Callable<Page>> requests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            requests.add(AtOnce.post(browser.tab(), form));
        }

        AtOnce.send(requests);

        assertThat(realm.events().withDetail("cloakroom_recovery", "completed").stream()
                        .filter(event -> event.getUserId()
                                .equals(realm.existing("race@example.com")
                                        .toRepresentation()
                                        .getId())))
                .hasSize(1);
    }

    @Test
    void a_code_of_before_the_end_of_the_wait_does_not_complete_it() {
        member("parked@example.com", Duration.ofSeconds(4));
        Screen page = recover("parked@example.com");
        assertThat(page.page().document().text()).contains("Recovery is on its way");
        URI reload = page.page().form(FORM).page();
        Patience.until(
                "the wait is over", () -> browser.get(reload).document().text().contains("The waiting time is over"));

        Screen after = press(page.with(browser.get(reload)), "complete");

        assertThat(after.page().hasForm("cloakroom-recovery-form"))
                .as("%s", after.page())
                .isTrue();
        assertThat(types("parked@example.com")).contains("otp", REQUEST);
    }

    @Test
    void whoever_finds_the_factor_after_all_goes_on_with_it() {
        member("found@example.com");

        TotpPage totp = new TotpPage(press(recover("found@example.com"), "have"));

        assertThat(totp.submit(AuthenticatorApp.with(Credentials.TOTP_SECRET).code())
                        .page()
                        .hasForm("cloakroom-lost-passkeys-form"))
                .isTrue();
    }
}
