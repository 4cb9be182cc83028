package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignUpPage;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** A code of one purpose is worth nothing in another, and what one path has proved opens no other. */
class PurposesIT extends CloakroomIT {

    private static final String LOST = "cloakroom-lost-passkeys-form";

    private final TestRealm realm = realms.once(
            "purposes",
            representation ->
                    StepSettings.of(representation, "cloakroom-email-otp").set("takenAddress", "sign-in"));
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void codes_do_not_pass_from_path_to_path_in_one_tab() {
        realm.user("owner@example.com");
        Inbox inbox = Inbox.of("owner@example.com");
        IdentifyPage first = browser.open(demo);

        CodePage signIn = first.continueAs("owner@example.com");
        String ofSignIn = inbox.lastCode();
        CodePage recovery = new RecoveryPage(to(signIn.screen(), "reset-credentials")).continueAs("owner@example.com");
        String ofRecovery = inbox.lastCode();
        CodePage signUp = new SignUpPage(to(recovery.screen(), "registration")).continueAs("owner@example.com");
        String ofSignUp = inbox.lastCode();

        assertThat(List.of(ofSignIn, ofRecovery, ofSignUp)).doesNotHaveDuplicates();
        CodePage once = signUp.enterWrong(ofSignIn);
        assertThat(once.error()).contains("not right");
        CodePage twice = once.enterWrong(ofRecovery);
        assertThat(twice.error()).contains("not right");
        assertThat(twice.enter(ofSignUp).idToken().email()).isEqualTo("owner@example.com");
    }

    @Test
    void whoever_has_the_mailbox_but_not_the_app_gets_no_further_by_another_path() {
        realm.user("guarded@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
        TotpPage totp = browser.open(demo)
                .continueAs("guarded@example.com")
                .enterThenTotp(Inbox.of("guarded@example.com").lastCode());

        Screen recovery = to(totp.screen(), "reset-credentials");
        Screen afterCode = new RecoveryPage(recovery)
                .continueAs("guarded@example.com")
                .submit(Inbox.of("guarded@example.com").lastCode());
        assertThat(new TotpPage(afterCode).error()).isEmpty();
        Screen signUp = to(afterCode, "registration");
        Screen afterSignUp = new SignUpPage(signUp)
                .continueAs("guarded@example.com")
                .submit(Inbox.of("guarded@example.com").lastCode());

        assertThat(new TotpPage(afterSignUp).error()).isEmpty();
        assertThat(new TotpPage(to(afterSignUp, "authenticate")).error()).isEmpty();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(realm.existing("guarded@example.com").credentials()).hasSize(1);
    }

    /** Keycloak remembers which steps a tab has passed, also when another account has taken the place of the first. */
    @Test
    void the_second_factor_of_one_account_is_not_that_of_another() {
        realm.user("mine@example.com", user -> user.setCredentials(both()));
        realm.user("theirs@example.com", user -> user.setCredentials(both()));
        TotpPage mine = new TotpPage(RecoveryPage.from(browser.open(demo))
                .continueAs("mine@example.com")
                .submit(Inbox.of("mine@example.com").lastCode()));
        Screen lost = mine.submit(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());
        assertThat(lost.page().hasForm(LOST)).isTrue();

        assertThat(new IdentifyPage(to(lost, "authenticate")).form().values())
                .as("whoever is named is not to be changed in a sign-in")
                .containsEntry("username", "mine@example.com");
        TotpPage theirs = new SignUpPage(to(lost, "registration"))
                .continueAs("theirs@example.com")
                .enterThenTotp(Inbox.of("theirs@example.com").lastCode());
        Screen back = to(theirs.screen(), "reset-credentials");

        assertThat(back.page().hasForm(LOST)).as("%s", back.page()).isFalse();
        assertThat(back.page().hasLeft()).isFalse();
        assertThat(realm.existing("theirs@example.com").credentials()).hasSize(2);
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    /** Keycloak takes a form on any path, and goes on with the flow of that path. */
    @Test
    void a_form_that_is_posted_to_another_flow_finishes_nothing_there_for_somebody_else() {
        realm.user("attacker@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
        realm.user("victim@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
        TotpPage own = browser.open(demo)
                .continueAs("attacker@example.com")
                .enterThenTotp(Inbox.of("attacker@example.com").lastCode());
        Form crossed = at(
                "reset-credentials",
                own.form()
                        .with(
                                "otp",
                                AuthenticatorApp.with(Credentials.TOTP_SECRET).code()));

        Screen recovery = own.screen().submit(crossed);
        Screen theirs = new RecoveryPage(recovery)
                .continueAs("victim@example.com")
                .submit(Inbox.of("victim@example.com").lastCode());
        assertThat(new TotpPage(theirs).error()).isEmpty();
        Screen back = to(theirs, "authenticate");

        assertThat(back.page().hasLeft()).as("%s", back.page()).isFalse();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void our_own_forms_are_refused_on_the_paths_of_other_flows() {
        realm.user("crossing@example.com");
        CodePage page = browser.open(demo).continueAs("crossing@example.com");
        Form right = page.form().with("code", Inbox.of("crossing@example.com").lastCode());

        Screen refused = page.screen().submit(at("reset-credentials", right));

        assertThat(refused.page().status()).isEqualTo(400);
        assertThat(page.screen().submit(right).page().hasLeft()
                        || realm.events().ofType("LOGIN").isEmpty())
                .isTrue();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void a_stranger_who_signs_up_after_having_proved_to_be_a_member_becomes_nobody_else() {
        realm.user("member@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
        TotpPage totp = browser.open(demo)
                .continueAs("member@example.com")
                .enterThenTotp(Inbox.of("member@example.com").lastCode());

        var fresh = new SignUpPage(to(totp.screen(), "registration"))
                .continueAs("fresh@example.com")
                .enter(Inbox.of("fresh@example.com").lastCode());

        assertThat(fresh.idToken().email()).isEqualTo("fresh@example.com");
        assertThat(fresh.idToken().acr()).isEqualTo("1");
        assertThat(fresh.idToken().amr()).containsExactly("email-otp");
    }

    private static List<CredentialRepresentation> both() {
        return List.of(Credentials.totp(), SoftPasskey.create().enrolledAs("webauthn-passwordless"));
    }

    private static Form at(String path, Form form) {
        URI action = URI.create(
                form.action().toString().replaceFirst("/login-actions/[a-z-]+\\?", "/login-actions/" + path + "?"));
        return new Form(action, form.values());
    }

    /** The same tab of the same login on another of Keycloak's paths, as its own links lead there. */
    private Screen to(Screen screen, String path) {
        String uri = screen.page()
                .exchange()
                .uri()
                .toString()
                .replaceFirst("/login-actions/[a-z-]+\\?", "/login-actions/" + path + "?")
                .replaceFirst("session_code=[^&]*&?", "")
                .replaceFirst("execution=[^&]*&?", "");
        return screen.with(browser.get(URI.create(uri)));
    }
}
