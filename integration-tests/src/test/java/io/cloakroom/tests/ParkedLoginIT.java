package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Federation;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpSetupPage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Promise 12, for logins that were parked half-way: a squatter has signed in with the password of an account whose address
 * they never proved, and waits at a page that does not notice when the owner comes and takes the account over.
 */
class ParkedLoginIT extends CloakroomIT {

    private static final String PASSWORD = "the squatter's own";
    private static final String OFFER = "cloakroom-passkey-offer-form";

    private final Partner partner = Partner.of(realms, "parked", ParkedLoginIT::withEveryAction);
    private final TestRealm realm = partner.realm();
    private final DemoApp demo = DemoApp.withPassword(realm.issuer());
    private final Browser squatter = Browser.create();

    @Test
    void an_authenticator_app_that_it_sets_up_is_not_kept() {
        UserResource account = squatted("totp@example.com", List.of("CONFIGURE_TOTP"));
        Screen parked = park(demo, "totp@example.com");
        Patience.aSecond();
        owner("totp@example.com");

        Screen enrolled = new TotpSetupPage(parked).enrol();

        assertThat(enrolled.page().status()).isLessThan(500);
        assertNothingIsLeft(account);
    }

    /** Keycloak keeps in whole seconds what was proved when. */
    @Test
    void nor_is_it_where_the_owner_came_in_the_same_second() {
        UserResource account = squatted("same-second@example.com", List.of("CONFIGURE_TOTP"));
        Screen waiting = browser.open(demo).submit("same-second@example.com");
        String code = Inbox.of("same-second@example.com").lastCode();
        awaitASecondsStart();
        Screen parked = park(demo, "same-second@example.com");
        waiting.submit(waiting.page().form("cloakroom-code-form").with("code", code));

        new TotpSetupPage(parked).enrol();

        assertNothingIsLeft(account);
    }

    @Test
    void nor_is_it_where_an_administrator_has_signed_everybody_out_since() {
        UserResource account = squatted("signed-out@example.com", List.of("CONFIGURE_TOTP"));
        Screen parked = park(demo, "signed-out@example.com");
        Patience.aSecond();
        owner("signed-out@example.com");
        Patience.aSecond();
        account.logout();

        new TotpSetupPage(parked).enrol();

        assertNothingIsLeft(account);
    }

    @Test
    void it_ends_in_no_session() {
        UserResource account = squatted("waits@example.com", List.of());
        IdentifyPage first = squatter.open(demo);
        Screen offer = first.screen()
                .submit(first.form()
                        .with("username", "waits@example.com")
                        .with("password", PASSWORD)
                        .with("method", "password")
                        .with("passkeys", "yes"));
        assertThat(offer.page().hasForm(OFFER)).isTrue();
        Patience.aSecond();
        owner("waits@example.com").signedIn();

        offer.submit(offer.page().form(OFFER).with("later", "on"));

        assertThat(account.getUserSessions()).hasSize(1);
        assertThat(squatter.open(demo::screen).page().hasLeft()).isFalse();
    }

    /** Keycloak mails the new address a link, which then works in any browser. */
    @Test
    void it_does_not_change_the_address() {
        UserResource account = squatted("moved@example.com", List.of());
        Screen parked = park(demo.with("kc_action", "UPDATE_EMAIL"), "moved@example.com");
        Form change = parked.page().form("kc-update-email-form");
        Patience.aSecond();
        owner("moved@example.com");

        parked.submit(change.with("email", "squatter@example.com"));
        KeycloakMail.follow(Inbox.of("squatter@example.com").awaitMail());

        assertThat(account.toRepresentation().getEmail()).isEqualTo("moved@example.com");
    }

    /** Keycloak links first and says so later; a login that has gone elsewhere meanwhile is never said to have linked. */
    @Test
    void it_links_no_provider() {
        partner.knows("linker");
        UserResource account = squatted("linked@example.com", List.of());
        Screen parked = park(demo.with("kc_action", "idp_link:" + Federation.ALIAS), "linked@example.com");
        Form confirm = Partner.formToLink(parked.page());
        Patience.aSecond();
        owner("linked@example.com");
        Screen code = new IdentifyPage(parked.submit(confirm))
                .continueAs("linker@example.com")
                .screen();
        squatter.get(URI.create(realm.issuer() + "/login-actions/reset-credentials?" + tab(confirm)));

        code.submit(code.page()
                .form("cloakroom-code-form")
                .with("code", Inbox.of("linker@example.com").lastCode()));

        assertThat(account.getFederatedIdentity()).isEmpty();
    }

    @Test
    void it_deletes_no_account() {
        UserResource account = squatted("deleted@example.com", List.of());
        grantDeletion(account);
        Screen parked = park(demo.with("kc_action", "delete_account"), "deleted@example.com");
        Form delete = parked.page().form("kc-deleteaccount-form");
        Patience.aSecond();
        owner("deleted@example.com");

        Screen after = parked.submit(delete);

        assertThat(after.page().status()).isLessThan(500);
        assertThat(account.toRepresentation().getEmail()).isEqualTo("deleted@example.com");
    }

    /** What the owner's session has proved is older than the account's new beginning, or as old; it counts there. */
    @Test
    void the_owners_own_browser_goes_on_and_changes_what_it_likes() {
        UserResource account = squatted("own@example.com", List.of());
        owner("own@example.com").signedIn();

        Screen setup = browser.open(demo.with("kc_action", "CONFIGURE_TOTP")::screen);
        new TotpSetupPage(setup).enrol();

        assertThat(account.credentials())
                .singleElement()
                .satisfies(credential -> assertThat(credential.getType()).isEqualTo("otp"));
        assertThat(account.getUserSessions()).hasSize(1);
    }

    private UserResource squatted(String address, List<String> actions) {
        return realm.user(address, user -> {
            user.setEmailVerified(false);
            user.setCredentials(List.of(Credentials.password(PASSWORD)));
            user.setRequiredActions(actions);
        });
    }

    private Screen park(DemoApp app, String address) {
        return squatter.open(app).submit(address, PASSWORD);
    }

    private Screen owner(String address) {
        return browser.open(demo).continueAs(address).submit(Inbox.of(address).lastCode());
    }

    private static void assertNothingIsLeft(UserResource account) {
        assertThat(account.credentials()).isEmpty();
        assertThat(account.getUserSessions()).isEmpty();
    }

    private static String tab(Form form) {
        return form.action().getRawQuery().replaceAll("(session_code|execution)=[^&]*&", "");
    }

    private void grantDeletion(UserResource account) {
        String accountClient =
                realm.admin().clients().findByClientId("account").get(0).getId();
        account.roles()
                .clientLevel(accountClient)
                .add(List.of(realm.admin()
                        .clients()
                        .get(accountClient)
                        .roles()
                        .get("delete-account")
                        .toRepresentation()));
    }

    private static void awaitASecondsStart() {
        Patience.until("a second begins", () -> System.currentTimeMillis() % 1000 < 200);
    }

    private static void withEveryAction(RealmRepresentation realm) {
        realm.getRequiredActions().stream()
                .filter(action -> List.of("UPDATE_EMAIL", "delete_account").contains(action.getAlias()))
                .forEach(action -> {
                    action.setEnabled(true);
                    if (action.getAlias().equals("UPDATE_EMAIL")) {
                        action.setConfig(Map.of("verifyEmail", "true"));
                    }
                });
    }
}
