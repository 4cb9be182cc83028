package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** The offer of a passkey: it comes where it fits, takes any answer, and holds nobody up. */
class PasskeyOfferIT extends CloakroomIT {

    private static final String FORM = "cloakroom-passkey-offer-form";
    private static final String RIGHT = "correct horse battery staple";

    private final TestRealm realm = realms.copy("passkey-offer");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    /** The answer is an attribute that no profile declares: so that an administrator sees it here. */
    @BeforeEach
    void show_attributes() {
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ADMIN_EDIT);
        realm.admin().users().userProfile().update(profile);
    }

    @Test
    void whoever_answers_not_now_goes_on_and_is_not_asked_at_the_next_login() {
        member("later@example.com");

        Screen offer = byEmail("later@example.com");
        assertThat(offer.page().hasForm(FORM)).isTrue();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(answer(offer, "later").signedIn().idToken().acr()).isEqualTo("1");

        assertThat(byEmail("later@example.com").signedIn()).isNotNull();
        assertThat(attribute("later@example.com")).endsWith("Z");
    }

    @Test
    void when_the_snooze_is_over_the_offer_comes_again() {
        member("snooze@example.com");
        answer(byEmail("snooze@example.com"), "later").signedIn();
        keep("snooze@example.com", "2020-01-01T00:00:00Z");
        assertThat(byEmail("snooze@example.com").page().hasForm(FORM)).isTrue();
        keep("snooze@example.com", "whatever an administrator typed");
        assertThat(byEmail("snooze@example.com").page().hasForm(FORM)).isTrue();
    }

    @Test
    void whoever_answers_never_is_not_asked_again() {
        member("never@example.com");

        answer(byEmail("never@example.com"), "never").signedIn();

        assertThat(attribute("never@example.com")).isEqualTo("never");
        assertThat(byEmail("never@example.com").signedIn()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "error", "attestationObject", "nothing", "isSetRetry", "cancel-aia"})
    void an_answer_that_brings_no_passkey_leaves_the_offer_where_it_is(String field) {
        member("forged@example.com");
        Screen offer = byEmail("forged@example.com");

        Screen again = answer(offer, field);

        assertThat(again.page().hasForm(FORM)).as("%s", again.page()).isTrue();
        Screen garbage = again.submit(
                again.page().form(FORM).with("clientDataJSON", "AAAA").with("attestationObject", "AAAA"));
        assertThat(garbage.page().hasForm(FORM)).as("%s", garbage.page()).isTrue();
        assertThat(garbage.page().textOf("#cloakroom-offer-message")).contains("No passkey was added");
        assertThat(answer(garbage, "later").signedIn()).isNotNull();
        assertThat(realm.existing("forged@example.com").credentials()).isEmpty();
    }

    @Test
    void a_browser_that_does_not_say_it_can_is_offered_none() {
        member("old@example.com");

        Screen screen = browser.open(demo)
                .continueAs("old@example.com")
                .submit(Inbox.of("old@example.com").lastCode());

        assertThat(screen.signedIn()).isNotNull();
    }

    @Test
    void whoever_has_one_or_signs_in_with_one_is_offered_none() {
        SoftPasskey passkey = SoftPasskey.create();
        member("has-one@example.com", passkey.enrolledAs("webauthn-passwordless"));

        assertThat(byEmail("has-one@example.com").signedIn()).isNotNull();
    }

    @Test
    void an_account_with_a_second_factor_is_offered_one_after_that_only() {
        member("strong@example.com", Credentials.totp());

        Screen totp = byEmail("strong@example.com");
        assertThat(totp.page().hasForm(FORM)).isFalse();
        Screen offer = totp.submit(totp.page()
                .form("kc-otp-login-form")
                .with("otp", AuthenticatorApp.with(Credentials.TOTP_SECRET).code()));

        assertThat(offer.page().hasForm(FORM)).isTrue();
        assertThat(answer(offer, "later").signedIn().idToken().acr()).isEqualTo("2");
    }

    /** Where the realm asks for no second factor, an email alone must not add one to an account that has one. */
    @Test
    void an_account_whose_second_factor_was_not_asked_for_is_offered_none() {
        TestRealm lax = realms.copy(
                "passkey-offer-lax",
                representation -> representation.getAuthenticationFlows().stream()
                        .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                        .filter(execution -> "cloakroom second factor".equals(execution.getFlowAlias()))
                        .forEach(execution -> execution.setRequirement("DISABLED")));
        lax.user("lax@example.com", user -> user.setCredentials(List.of(Credentials.totp())));

        assertThat(byEmail(Browser.create(), DemoApp.of(lax.issuer()), "lax@example.com")
                        .signedIn())
                .isNotNull();
    }

    @Test
    void an_offer_that_was_left_open_adds_nothing_to_an_account_that_has_a_second_factor_meanwhile() {
        member("parked@example.com");
        Screen offer = byEmail("parked@example.com");
        UserRepresentation user = realm.existing("parked@example.com").toRepresentation();
        user.setCredentials(List.of(Credentials.totp()));
        realm.existing("parked@example.com").update(user);
        assertThat(realm.existing("parked@example.com").credentials()).hasSize(1);

        Screen next = answer(offer, "add");

        assertThat(next.page().hasForm(FORM)).isFalse();
        assertThat(realm.existing("parked@example.com").credentials()).hasSize(1);
    }

    @Test
    void an_offer_that_was_left_open_adds_nothing_once_the_owner_has_said_that_this_was_not_them() {
        member("denied@example.com");
        browser.open(demo).continueAs("denied@example.com");
        Mail mail = Inbox.of("denied@example.com").awaitMail();
        LinkPage link = LinkPage.elsewhere(Browser.create(), mail.link());
        Screen offer = link.screen().submit(link.form().with("passkeys", "yes"));
        assertThat(offer.page().hasForm(FORM)).isTrue();
        Browser owner = Browser.create();
        owner.submit(owner.get(mail.links().get(1)).form("cloakroom-not-me-form"));

        Screen next = answer(offer, "add");

        assertThat(next.page().hasForm(FORM)).isFalse();
        assertThat(realm.existing("denied@example.com").getUserSessions()).isEmpty();
    }

    @Test
    void after_a_password_it_comes_too_and_an_administrator_can_switch_it_off() {
        member("pass@example.com", Credentials.password(RIGHT));
        IdentifyPage page = browser.open(DemoApp.withPassword(realm.issuer()));
        Screen offer = page.screen()
                .submit(page.form()
                        .with("username", "pass@example.com")
                        .with("password", RIGHT)
                        .with("method", "password")
                        .with("passkeys", "yes"));
        assertThat(offer.page().hasForm(FORM)).isTrue();

        RequiredActionProviderRepresentation action =
                realm.admin().flows().getRequiredAction("cloakroom-passkey-offer");
        action.setEnabled(false);
        realm.admin().flows().updateRequiredAction(action.getAlias(), action);

        assertThat(byEmail(Browser.create(), demo, "pass@example.com").signedIn())
                .isNotNull();
    }

    private static Screen answer(Screen offer, String button) {
        return offer.submit(offer.page().form(FORM).with(button, "on"));
    }

    private Screen byEmail(String address) {
        return byEmail(Browser.create(), demo, address);
    }

    private static Screen byEmail(Browser browser, DemoApp app, String address) {
        IdentifyPage page = browser.open(app);
        Screen code = page.screen()
                .submit(page.form()
                        .with("username", address)
                        .with("method", "email")
                        .with("passkeys", "yes"));
        return code.submit(code.page()
                .form("cloakroom-code-form")
                .with("code", Inbox.of(address).lastCode()));
    }

    private void member(String address, CredentialRepresentation... credentials) {
        realm.user(address, user -> user.setCredentials(List.of(credentials)));
    }

    private String attribute(String address) {
        return realm.existing(address)
                .getUnmanagedAttributes()
                .get("cloakroomPasskeyOffer")
                .get(0);
    }

    private void keep(String address, String value) {
        var user = realm.existing(address).toRepresentation();
        user.setAttributes(Map.of("cloakroomPasskeyOffer", List.of(value)));
        realm.existing(address).update(user);
    }
}
