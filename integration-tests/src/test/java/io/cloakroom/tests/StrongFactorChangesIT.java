package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Exchange;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Whoever adds or removes a strong factor has proved one in this session, where the account has one. */
class StrongFactorChangesIT extends CloakroomIT {

    private static final String ADDRESS = "changes@example.com";

    /** No second factor is asked for at the sign-in, so that sessions of level 1 exist for accounts that have one. */
    private final TestRealm realm = realms.once("factor-changes", representation -> {
        representation.setQuickLoginCheckMilliSeconds(0L);
        representation.getAuthenticationFlows().stream()
                .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                .filter(execution -> "cloakroom second factor".equals(execution.getFlowAlias()))
                .forEach(execution -> execution.setRequirement("DISABLED"));
    });

    private final DemoApp demo = DemoApp.of(realm.issuer());
    private final AuthenticatorApp phone = AuthenticatorApp.with(Credentials.TOTP_SECRET);
    private SignedIn session;

    @BeforeEach
    void sign_in_by_email() {
        realm.user(ADDRESS, user -> user.setCredentials(List.of(Credentials.totp())));
        session = browser.open(demo).continueAs(ADDRESS).enter(Inbox.of(ADDRESS).lastCode());
        assertThat(session.idToken().acr()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webauthn-register-passwordless", "webauthn-register", "CONFIGURE_TOTP"})
    void adding_one_asks_for_the_one_that_is_there(String action) {
        TotpPage asked = new TotpPage(browser.open(demo.with("kc_action", action)::screen));

        Screen next = asked.submit(phone.code());

        assertThat(next.page().hasForm("register") || next.page().hasForm("kc-totp-settings-form"))
                .isTrue();
    }

    @Test
    void removing_one_asks_for_it_first() {
        TotpPage asked = new TotpPage(browser.open(demo.with("kc_action", "delete_credential:" + totpId())::screen));
        assertThat(types()).containsExactly("otp");

        Screen confirm = asked.submit(phone.code());
        assertThat(confirm.page().id()).isEqualTo("login-delete-credential");
        URI action = URI.create(
                confirm.page().document().select("form:has(#kc-accept)").attr("abs:action"));
        confirm.submit(new Form(action, Map.of("accept", "on")));

        assertThat(types()).isEmpty();
        assertThat(Inbox.of(ADDRESS).awaitMail().text()).contains("Removed", "Nothing stronger");
    }

    @Test
    void a_token_of_level_1_removes_none_and_the_account_lists_them_without_secrets() {
        browser.sending("Authorization", "Bearer " + session.accessToken()).sending("Accept", "application/json");
        URI credentials = URI.create(realm.issuer() + "/account/credentials");

        Exchange removed = browser.send("DELETE", URI.create(credentials + "/" + totpId()), "", "");
        Exchange list = browser.send("GET", credentials, "", "");

        assertThat(removed.status()).isEqualTo(403);
        assertThat(types()).containsExactly("otp");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body())
                .contains("\"Phone\"", "createdDate")
                .doesNotContain("secretData", Credentials.TOTP_SECRET);
    }

    @Test
    void an_account_with_a_passkey_only_adds_none_by_email() {
        realm.user(
                "key@example.com",
                user -> user.setCredentials(List.of(SoftPasskey.create().enrolledAs("webauthn-passwordless"))));
        Browser other = Browser.create();
        other.open(demo)
                .continueAs("key@example.com")
                .enter(Inbox.of("key@example.com").lastCode());

        Screen asked = other.open(demo.with("kc_action", "CONFIGURE_TOTP")::screen);

        assertThat(asked.page().hasForm("webauth")).as("%s", asked.page()).isTrue();
        assertThat(asked.page().hasForm("kc-totp-settings-form")).isFalse();
    }

    @Test
    void a_code_of_the_app_works_once_and_only_within_its_window() {
        DemoApp strong = demo.with("acr_values", "2").with("prompt", "login");
        TotpPage early = totp(strong);
        TotpPage again = early.enterWrong(phone.codeWithClockOffBy(Duration.ofMinutes(-3)))
                .enterWrong(phone.codeWithClockOffBy(Duration.ofMinutes(3)));
        String late = phone.codeWithClockOffBy(Duration.ofSeconds(-30));

        assertThat(again.enter(late).idToken().acr()).isEqualTo("2");
        assertThat(totp(strong).enterWrong(late).error()).isNotEmpty();
    }

    private TotpPage totp(DemoApp strong) {
        return new TotpPage(
                browser.open(strong).continueAs("").submit(Inbox.of(ADDRESS).lastCode()));
    }

    private String totpId() {
        return realm.existing(ADDRESS).credentials().get(0).getId();
    }

    private List<String> types() {
        return realm.existing(ADDRESS).credentials().stream()
                .map(CredentialRepresentation::getType)
                .toList();
    }
}
