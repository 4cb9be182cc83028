package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpSetupPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** "This was not me" about a mail by which somebody has left something of theirs in the account. */
class NotMeCredentialsIT extends CloakroomIT {

    private static final String PASSWORD = "correct horse battery staple";

    private final TestRealm realm = realms.once("not-me-credentials", NotMeCredentialsIT::withNewAddresses);
    private final DemoApp demo = DemoApp.of(realm.issuer());
    private final Hand owner = Hand.at(demo);
    private final Hand thief = Hand.at(demo);

    /** A code that was passed on, and a passkey at the offer that follows it. */
    @Test
    void a_passkey_that_was_added_at_the_offer_goes_and_signs_nobody_in() {
        UserResource account = realm.user("relayed@example.com");
        Mail mail = thief.addPasskey("relayed@example.com");
        assertThat(typesOf(account)).containsExactly("webauthn-passwordless");
        assertThat(Inbox.of("relayed@example.com").awaitMail().text()).contains("Added to your account: Passkey");

        Page done = NotMe.deny(NotMe.link(mail));

        assertThat(done.textOf("#cloakroom-denied")).contains("nothing else to do");
        assertThat(account.credentials()).isEmpty();
        assertThat(Inbox.of("relayed@example.com").awaitMail().text()).contains("Removed from your account: Passkey");
        assertThat(realm.events().withDetail("cloakroom_reason", "denied"))
                .filteredOn(event -> event.getUserId().equals(idOf(account)))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getDetails()).containsEntry("credential_type", "webauthn-passwordless"));
        assertThat(byPasskey(Hand.at(demo), demo, account).page().hasLeft()).isFalse();
    }

    @Test
    void so_does_what_was_added_in_a_later_login_of_the_same_session() {
        UserResource account = realm.user("later@example.com");
        Mail mail = thief.signIn("later@example.com");
        new TotpSetupPage(thief.at("CONFIGURE_TOTP")).enrol();
        assertThat(typesOf(account)).containsExactly("otp");

        Page done = NotMe.deny(NotMe.link(mail));

        assertThat(done.textOf("#cloakroom-denied")).contains("nothing else to do");
        assertThat(account.credentials()).isEmpty();
    }

    /** A session of that passkey has proved no mailbox. */
    @Test
    void so_does_what_was_added_by_what_had_been_added() {
        UserResource account = realm.user("chained@example.com");
        Mail mail = thief.addPasskey("chained@example.com");
        Hand again = Hand.at(demo);
        byPasskey(again, demo, account).signedIn();
        again.enrolAnother();
        assertThat(account.credentials()).hasSize(2);

        NotMe.deny(NotMe.link(mail));

        assertThat(account.credentials()).isEmpty();
        assertThat(account.getUserSessions()).isEmpty();
    }

    /** A login that has proved the passkey while it was there, and is about to add the next one. */
    @Test
    void what_had_been_added_adds_nothing_afterwards() {
        UserResource account = realm.user("parked@example.com");
        Mail mail = thief.addPasskey("parked@example.com");
        Hand again = Hand.at(demo);
        Screen parked = byPasskey(again, demo.with("kc_action", "webauthn-register-passwordless"), account);
        Form form = parked.page().form("register");

        NotMe.deny(NotMe.link(mail));
        parked.submit(new Form(form.action(), again.passkey().enrol(parked.page())));

        assertThat(account.credentials()).isEmpty();
        assertThat(account.getUserSessions()).isEmpty();
    }

    @Test
    void what_the_owner_has_stays() {
        UserResource account = realm.user("owner@example.com");
        owner.signIn("owner@example.com");
        owner.setPassword(PASSWORD);
        Mail mail = thief.addPasskey("owner@example.com");
        assertThat(typesOf(account)).containsExactlyInAnyOrder("password", "webauthn-passwordless");

        NotMe.deny(NotMe.link(mail));

        assertThat(typesOf(account)).containsExactly("password");
    }

    /** Nobody knows the one that it took the place of. */
    @Test
    void a_password_that_was_changed_goes_and_the_page_says_what_to_look_at() {
        UserResource account =
                realm.user("changed@example.com", user -> user.setCredentials(List.of(Credentials.password(PASSWORD))));
        Mail mail = thief.signIn("changed@example.com");
        thief.setPassword("a thief has chosen this one");

        NotMe.deny(NotMe.link(mail));
        Page again = NotMe.deny(NotMe.link(mail));

        assertThat(account.credentials()).isEmpty();
        assertThat(again.textOf("#cloakroom-denied"))
                .contains("may have been changed", "your password", "cannot sign in")
                .doesNotContain("nothing else to do", "Somebody seems to know");
        assertThat(again.document().select("#cloakroom-account")).hasSize(1);
    }

    @Test
    void one_that_the_owner_has_chosen_since_stays() {
        UserResource account = realm.user("since@example.com");
        owner.signIn("since@example.com");
        Mail mail = thief.signIn("since@example.com");
        thief.setPassword("a thief has chosen this one");
        owner.setPassword(PASSWORD);

        NotMe.deny(NotMe.link(mail));

        assertThat(typesOf(account)).containsExactly("password");
    }

    /** Keycloak mails the new address a link, which works in any browser. */
    @Test
    void an_address_that_waits_to_be_confirmed_is_forgotten() {
        UserResource account = realm.user("moving@example.com");
        Mail mail = thief.signIn("moving@example.com");
        thief.moveTo("elsewhere@example.com");
        Mail confirm = Inbox.of("elsewhere@example.com").awaitMail();
        assertThat(account.toRepresentation().getRequiredActions()).isEmpty();

        Page done = NotMe.deny(NotMe.link(mail));
        KeycloakMail.follow(confirm);

        assertThat(done.textOf("#cloakroom-denied")).contains("nothing else to do");
        assertThat(account.toRepresentation().getEmail()).isEqualTo("moving@example.com");
    }

    @Test
    void one_that_was_confirmed_before_stays_and_the_page_says_what_to_look_at() {
        UserResource account = realm.user("moved@example.com");
        Mail mail = thief.signIn("moved@example.com");
        thief.moveTo("confirmed@example.com");
        KeycloakMail.follow(Inbox.of("confirmed@example.com").awaitMail());
        assertThat(account.toRepresentation().getEmail()).isEqualTo("confirmed@example.com");

        Page done = NotMe.deny(NotMe.link(mail));

        assertThat(done.textOf("#cloakroom-denied")).contains("your email address");
        assertThat(account.getUserSessions()).isEmpty();
    }

    /** Somebody who has the thief's passkey signs in with it. */
    private Screen byPasskey(Hand who, DemoApp app, UserResource account) {
        IdentifyPage page = who.browser().open(app);
        return page.submitPasskey(thief.passkey().answer(page.screen().page(), idOf(account)));
    }

    private static List<String> typesOf(UserResource account) {
        return account.credentials().stream()
                .map(CredentialRepresentation::getType)
                .toList();
    }

    private static String idOf(UserResource account) {
        return account.toRepresentation().getId();
    }

    private static void withNewAddresses(RealmRepresentation realm) {
        realm.getRequiredActions().stream()
                .filter(action -> action.getAlias().equals("UPDATE_EMAIL"))
                .forEach(action -> {
                    action.setEnabled(true);
                    action.setConfig(Map.of("verifyEmail", "true"));
                });
    }
}
