package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdToken;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.pages.TotpSetupPage;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A second factor never, if enrolled, or required: one switch in the flow each. */
class SecondFactorFlowsIT extends CloakroomIT {

    private static final String RIGHT = "correct horse battery staple";

    private final TestRealm required = realms.copy("factors-required", realm -> {
        set(realm, "cloakroom second factor enrolment", "CONDITIONAL");
        set(realm, "cloakroom password second factor enrolment", "CONDITIONAL");
    });
    private final SoftPasskey passkey = SoftPasskey.create();

    @Test
    void where_it_is_required_whoever_has_none_enrols_one_and_is_asked_for_it_next_time() {
        member(required, "first@example.com");
        DemoApp app = DemoApp.of(required.issuer());

        Screen setup = byEmail(app, "first@example.com");
        Screen codes = new TotpSetupPage(setup).enrol();
        IdToken token = codes.submit(codes.page().form("kc-recovery-codes-settings-form"))
                .signedIn()
                .idToken();

        assertThat(token.acr()).isEqualTo("1");
        assertThat(token.amr()).containsExactly("email-otp");
        Inbox.of("first@example.com").awaitCount(3);
        Inbox.of("first@example.com").awaitMail();
        new TotpPage(byEmail(app, "first@example.com"));
    }

    @Test
    void where_it_is_required_a_passkey_is_asked_for_and_a_mailbox_adds_nothing_beside_it() {
        String id = member(required, "key@example.com", passkey.enrolledAs("webauthn-passwordless"));

        Screen asked = byEmail(DemoApp.of(required.issuer()), "key@example.com");

        assertThat(asked.page().hasForm("kc-totp-settings-form")).isFalse();
        IdToken token = asked.submit(new Form(asked.page().form("webauth").action(), passkey.answer(asked.page(), id)))
                .signedIn()
                .idToken();
        assertThat(token.acr()).isEqualTo("2");
        assertThat(token.amr()).containsExactly("email-otp", "pop", "passkey", "mfa");
    }

    @Test
    void where_it_is_required_a_password_leads_to_it_too() {
        member(required, "pass@example.com", Credentials.password(RIGHT));

        Screen setup = browser.open(DemoApp.withPassword(required.issuer())).submit("pass@example.com", RIGHT);

        assertThat(setup.page().hasForm("kc-totp-settings-form")).isTrue();
    }

    @Test
    void where_it_is_never_asked_for_an_email_is_enough() {
        TestRealm never = realms.copy("factors-never", realm -> set(realm, "cloakroom second factor", "DISABLED"));
        member(never, "never@example.com", Credentials.totp());

        assertThat(byEmail(DemoApp.of(never.issuer()), "never@example.com")
                        .signedIn()
                        .idToken()
                        .acr())
                .isEqualTo("1");
    }

    @Test
    void a_password_alone_can_be_made_to_need_an_emailed_code() {
        TestRealm mailed = realms.copy(
                "factors-mailed", realm -> set(realm, "cloakroom emailed code after a password alone", "CONDITIONAL"));
        member(mailed, "alone@example.com", Credentials.password(RIGHT));
        member(mailed, "enrolled@example.com", Credentials.password(RIGHT), Credentials.totp());
        DemoApp app = DemoApp.withPassword(mailed.issuer());

        CodePage page = new CodePage(browser.open(app).submit("alone@example.com", RIGHT));
        IdToken token = page.enter(Inbox.of("alone@example.com").lastCode()).idToken();
        new TotpPage(Browser.create().open(app).submit("enrolled@example.com", RIGHT));
        CodePage byMail = Browser.create().open(app).continueAs("alone@example.com");

        assertThat(token.amr()).containsExactly("pwd", "email-otp");
        assertThat(token.acr()).isEqualTo("1");
        assertThat(byMail.enter(Inbox.of("alone@example.com").lastCode())
                        .idToken()
                        .amr())
                .containsExactly("email-otp");
    }

    @Test
    void a_recovery_code_signs_in_once() {
        TestRealm realm = realms.copy("factors-recovery");
        realm.user("codes@example.com", user -> user.setRequiredActions(List.of("CONFIGURE_RECOVERY_AUTHN_CODES")));
        DemoApp app = DemoApp.of(realm.issuer());
        Screen setup = byEmail(app, "codes@example.com");
        Form form = setup.page().form("kc-recovery-codes-settings-form");
        String code = form.values().get("generatedRecoveryAuthnCodes").replaceFirst(",.*", "");
        setup.submit(form).signedIn();
        Inbox.of("codes@example.com").awaitMail();

        IdToken token = recover(app, code).signedIn().idToken();
        Screen again = recover(app, code);

        assertThat(token.acr()).isEqualTo("2");
        assertThat(token.amr()).containsExactly("email-otp", "recovery-code", "mfa");
        assertThat(again.page().hasLeft()).isFalse();
        assertThat(again.page().error()).isNotEmpty();
    }

    private static Screen recover(DemoApp app, String code) {
        Screen asked = byEmail(app, "codes@example.com");
        return asked.submit(asked.page().form("kc-recovery-code-login-form").with("recoveryCodeInput", code));
    }

    private static void set(RealmRepresentation realm, String flow, String requirement) {
        realm.getAuthenticationFlows().stream()
                .flatMap(each -> each.getAuthenticationExecutions().stream())
                .filter(execution -> flow.equals(execution.getFlowAlias()))
                .forEach(execution -> execution.setRequirement(requirement));
    }

    private static Screen byEmail(DemoApp app, String address) {
        return Browser.create()
                .open(app)
                .continueAs(address)
                .submit(Inbox.of(address).lastCode());
    }

    private static String member(TestRealm realm, String address, CredentialRepresentation... credentials) {
        return realm.user(address, user -> user.setCredentials(List.of(credentials)))
                .toRepresentation()
                .getId();
    }
}
