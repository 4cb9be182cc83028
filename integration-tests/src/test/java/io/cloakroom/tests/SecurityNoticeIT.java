package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;

/** Promise 15: the owner hears of every strong factor that comes or goes, whoever did it. */
class SecurityNoticeIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("security-notice");

    @Test
    void an_administrator_takes_factors_away_and_the_owner_hears_when_the_last_one_is_gone() {
        UserResource user = realm.user(
                "owner@example.com",
                owner -> owner.setCredentials(
                        List.of(Credentials.totp(), SoftPasskey.create().enrolledAs("webauthn-passwordless"))));

        remove(user, "webauthn-passwordless");
        Mail first = Inbox.of("owner@example.com").awaitMail();
        remove(user, "otp");
        Mail last = Inbox.of("owner@example.com").awaitMail();

        assertThat(first.subject()).isEqualTo("A change to your account at Cloakroom");
        assertThat(first.text()).contains("Removed from your account: Passkey").doesNotContain("Nothing stronger");
        assertThat(last.text()).contains("Removed from your account: Authenticator app", "Nothing stronger");
        assertThat(last.html()).contains("Authenticator app").doesNotContain("href=");
    }

    @Test
    void a_member_who_enrols_an_authenticator_app_hears_of_it_and_of_the_recovery_codes_beside_it() {
        realm.user("enrols@example.com", user -> user.setRequiredActions(List.of("CONFIGURE_TOTP")));
        Screen setup = browser.open(DemoApp.of(realm.issuer()))
                .continueAs("enrols@example.com")
                .submit(Inbox.of("enrols@example.com").lastCode());
        Form form = setup.page().form("kc-totp-settings-form");
        AuthenticatorApp app = AuthenticatorApp.with(form.values().get("totpSecret"));

        Screen wrong = setup.submit(form.with("totp", "000000").with("userLabel", "Phone"));
        assertThat(realm.existing("enrols@example.com").credentials()).isEmpty();
        Screen codes = wrong.submit(wrong.page()
                .form("kc-totp-settings-form")
                .with("totp", app.code())
                .with("userLabel", "Phone"));
        assertThat(Inbox.of("enrols@example.com").awaitMail().text())
                .contains("Added to your account: Authenticator app", "App: Demo app");
        codes.submit(codes.page().form("kc-recovery-codes-settings-form")).signedIn();

        assertThat(Inbox.of("enrols@example.com").awaitMail().text()).contains("Added to your account: Recovery codes");
    }

    @Test
    void what_is_no_strong_factor_is_no_news() {
        UserResource user = realm.user(
                "quiet@example.com", owner -> owner.setCredentials(List.of(Credentials.password("a password"))));

        remove(user, "password");
        realm.user("marker@example.com", owner -> owner.setCredentials(List.of(Credentials.totp())));
        remove(realm.existing("marker@example.com"), "otp");

        Inbox.of("marker@example.com").awaitMail();
        assertThat(Inbox.of("quiet@example.com").count()).isZero();
    }

    @Test
    void a_changed_address_is_news_at_both_mailboxes() {
        TestRealm named = realms.copy(
                "security-notice-address", representation -> representation.setRegistrationEmailAsUsername(false));
        named.user("before@example.com", user -> user.setRequiredActions(List.of("UPDATE_PROFILE")));
        Screen profile = browser.open(DemoApp.of(named.issuer()))
                .continueAs("before@example.com")
                .submit(Inbox.of("before@example.com").lastCode());

        profile.submit(profile.page().form("kc-update-profile-form").with("email", "after@example.com"))
                .signedIn();

        Mail before = Inbox.of("before@example.com").awaitMail();
        Mail after = Inbox.of("after@example.com").awaitMail();
        assertThat(before.text())
                .contains("Your address is now a•••@example.com", "This mailbox no longer opens the account")
                .doesNotContain("after@example.com", "If not, sign in");
        assertThat(after.text())
                .contains("Your address is now a•••@example.com", "If not, sign in")
                .doesNotContain("no longer opens");
    }

    private static void remove(UserResource user, String type) {
        user.credentials().stream()
                .filter(credential -> credential.getType().equals(type))
                .forEach(credential -> user.removeCredential(credential.getId()));
    }
}
