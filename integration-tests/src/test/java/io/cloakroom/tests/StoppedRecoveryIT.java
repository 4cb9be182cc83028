package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.RecoveryRequests;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Recovery without the second factor: never silently, and stopped by whoever the account is. */
class StoppedRecoveryIT extends DelayedRecovery {

    @Test
    void whoever_has_lost_everything_starts_to_wait_and_the_owner_can_stop_it_from_the_mail() {
        member("waits@example.com");
        Screen page = recover("waits@example.com");
        assertThat(page.page().document().text()).contains("Do you still have your second factor?");

        Screen waiting = press(page, "start");

        assertThat(waiting.page().document().text()).contains("Recovery is on its way");
        assertThat(types("waits@example.com")).containsExactlyInAnyOrder("otp", "webauthn-passwordless", REQUEST);
        Mail mail = Inbox.of("waits@example.com").awaitMail();
        assertThat(mail.text()).contains("Somebody wants to recover your account");
        Page ask = Browser.create().get(mail.link());
        assertThat(types("waits@example.com")).as("reading changes nothing").contains(REQUEST);
        Browser owner = Browser.create();
        owner.submit(owner.get(mail.link()).form("cloakroom-not-me-form"));
        assertThat(ask.status()).isEqualTo(200);
        assertThat(types("waits@example.com")).doesNotContain(REQUEST);
        assertThat(Inbox.of("waits@example.com").awaitMail().text()).contains("was stopped");
        assertThat(realm.events().withDetail("cloakroom_recovery", "started")).hasSize(1);
        assertThat(realm.events().withDetail("cloakroom_recovery", "stopped")).hasSize(1);
    }

    @Test
    void a_signed_in_owner_is_told_and_can_stop_it() {
        member("session@example.com");
        Screen signingIn = new TotpPage(browser.open(demo)
                        .continueAs("session@example.com")
                        .submit(Inbox.of("session@example.com").lastCode()))
                .submit(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());
        assertThat(signingIn.signedIn()).isNotNull();
        Browser stranger = Browser.create();
        Screen waiting = RecoveryPage.from(stranger.open(demo))
                .continueAs("session@example.com")
                .submit(Inbox.of("session@example.com").lastCode());
        press(waiting, "start");

        Screen alert = browser.open(demo::screen);
        assertThat(alert.page().hasForm(ALERT)).isTrue();
        alert.submit(alert.page().form(ALERT).with("stop", "on")).signedIn();

        assertThat(types("session@example.com")).doesNotContain(REQUEST);
    }

    /** Nobody is asked again and again whether it was them, and nobody is locked out by the question. */
    @Test
    void an_owner_who_lets_it_go_on_is_not_asked_again_in_that_session() {
        member("letsgo@example.com", Duration.ofHours(1));
        Screen alert = new TotpPage(browser.open(demo)
                        .continueAs("letsgo@example.com")
                        .submit(Inbox.of("letsgo@example.com").lastCode()))
                .submit(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());

        alert.submit(alert.page().form(ALERT).with("keep", "on")).signedIn();

        assertThat(browser.open(demo::screen).signedIn()).isNotNull();
        assertThat(browser.open(demo.with("prompt", "none")::screen)
                        .page()
                        .leftTo()
                        .getQuery())
                .doesNotContain("error");
        assertThat(types("letsgo@example.com")).contains(REQUEST);
    }

    @Test
    void two_that_begin_at_once_are_one_request_and_the_mail_stops_it() throws Exception {
        member("twice@example.com");
        List<Callable<Page>> starts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Browser one = Browser.create();
            Page page = RecoveryPage.from(one.open(demo))
                    .continueAs("twice@example.com")
                    .submit(Inbox.of("twice@example.com").lastCode())
                    .page();
            starts.add(AtOnce.post(one, page.form(FORM).with("start", "on")));
        }

        AtOnce.send(starts);

        assertThat(types("twice@example.com").stream().filter(REQUEST::equals)).hasSize(1);
        Browser owner = Browser.create();
        owner.submit(owner.get(Inbox.of("twice@example.com").awaitMail().link()).form("cloakroom-not-me-form"));
        assertThat(types("twice@example.com")).doesNotContain(REQUEST);
    }

    /** Administrators import credentials and change them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "null",
                "[]",
                "{}",
                "{\"id\":\"x\",\"readyAt\":\"soon\"}",
                "{\"id\":1,\"readyAt\":\"1\"}"
            })
    void what_cannot_be_read_is_no_request_and_goes_with_the_next_one(String data) {
        realm.user("garbled@example.com", user -> {
            List<CredentialRepresentation> all = new ArrayList<>(factors());
            all.add(RecoveryRequests.saying(data));
            user.setCredentials(all);
        });

        Screen signingIn = new TotpPage(browser.open(demo)
                        .continueAs("garbled@example.com")
                        .submit(Inbox.of("garbled@example.com").lastCode()))
                .submit(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());
        assertThat(signingIn.signedIn()).isNotNull();

        Browser stranger = Browser.create();
        Screen asked = RecoveryPage.from(stranger.open(demo))
                .continueAs("garbled@example.com")
                .submit(Inbox.of("garbled@example.com").lastCode());
        Screen waiting = press(asked, "start");
        assertThat(waiting.page().document().text()).contains("Recovery is on its way");
        assertThat(types("garbled@example.com").stream().filter(REQUEST::equals))
                .hasSize(1);
    }

    @Test
    void it_cannot_be_begun_again_and_again() {
        member("spam@example.com");
        Screen page = recover("spam@example.com");
        for (int i = 0; i < 3; i++) {
            page = press(press(page, "start"), "stop");
        }

        Screen refused = press(page, "start");

        assertThat(refused.page().status()).isEqualTo(429);
        assertThat(types("spam@example.com")).doesNotContain(REQUEST);
    }
}
