package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.RecoveryRequests;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Recovery without the second factor: never at once, never silently, and stopped by whoever the account is. */
class DelayedRecoveryIT extends CloakroomIT {

    private static final String FORM = "cloakroom-delayed-recovery-form";
    private static final String ALERT = "cloakroom-recovery-alert-form";
    private static final String REQUEST = RecoveryRequests.TYPE;

    private final TestRealm realm = realms.once("delayed-recovery", RecoveryRequests::allow);
    private final DemoApp demo = DemoApp.of(realm.issuer());

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

    @Test
    void whoever_finds_the_factor_after_all_goes_on_with_it() {
        member("found@example.com");

        TotpPage totp = new TotpPage(press(recover("found@example.com"), "have"));

        assertThat(totp.submit(AuthenticatorApp.with(Credentials.TOTP_SECRET).code())
                        .page()
                        .hasForm("cloakroom-lost-passkeys-form"))
                .isTrue();
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

    private Screen recover(String address) {
        return RecoveryPage.from(browser.open(demo))
                .continueAs(address)
                .submit(Inbox.of(address).lastCode());
    }

    private static Screen press(Screen page, String button) {
        return page.submit(page.page().form(FORM).with(button, "on"));
    }

    private List<String> types(String address) {
        return realm.existing(address).credentials().stream()
                .map(CredentialRepresentation::getType)
                .toList();
    }

    private void member(String address) {
        realm.user(address, user -> user.setCredentials(factors()));
    }

    /** The same who has asked for a recovery that is ready after that time. */
    private void member(String address, Duration untilReady) {
        CredentialRepresentation request = RecoveryRequests.readyIn(untilReady);
        if (realm.admin().users().searchByUsername(address, true).isEmpty()) {
            realm.user(address, user -> {
                List<CredentialRepresentation> all = new ArrayList<>(factors());
                all.add(request);
                user.setCredentials(all);
            });
        } else {
            var user = realm.existing(address).toRepresentation();
            user.setCredentials(List.of(request));
            realm.existing(address).update(user);
        }
    }

    private static List<CredentialRepresentation> factors() {
        return List.of(Credentials.totp(), SoftPasskey.create().enrolledAs("webauthn-passwordless"));
    }
}
