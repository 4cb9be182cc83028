package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.CheckedRealm;
import io.cloakroom.tests.keycloak.CheckedRealm.Said;
import io.cloakroom.tests.mail.MailServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference realm is ready; whatever is broken in it is found. */
class CheckIT extends CloakroomIT {

    /** A test server has no address of its own, and passkeys stand on what it is called. */
    private static final List<String> OF_A_TEST_SERVER =
            List.of("smtp-connection-timeout note", "hostname note", "passkey-rp-id note", "passkey-rp-id note");

    private static CheckedRealm kept;

    private final CheckedRealm realm = kept();

    private CheckedRealm kept() {
        if (kept == null) {
            kept = new CheckedRealm(realms.copy("check"));
        }
        return kept;
    }

    @Test
    void the_reference_realm_is_ready_but_for_its_server() {
        Said said = realm.askWithoutDirectGrants();

        assertThat(ofRealm(said)).as("%s", said).containsExactlyElementsOf(OF_A_TEST_SERVER);
        assertThat(said.status())
                .isEqualTo(said.findings().contains("keycloak-advisories warning") ? "attention" : "ready");
        assertThat(said.passed()).contains("smtp", "smtp-answer", "flow-proof-place");
        assertThat(said.answer().response().headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(MailServer.shared().mails()).isEmpty();
    }

    @Test
    void each_finding_says_what_why_and_what_to_do() {
        Said said = realm.with(Map.of("browserFlow", "browser"));

        assertThat(said.status()).isEqualTo("broken");
        assertThat(said.findings()).startsWith("flow-proof error").endsWith("passkey-rp-id note");
        assertThat(said.each()).allSatisfy(finding -> {
            assertThat(finding.keySet()).containsExactly("check", "level", "found", "reason", "fix");
            assertThat(finding.values()).noneMatch(String::isBlank);
        });
    }

    static Stream<Arguments> fields() {
        return Stream.of(mail(), login(), records(), looks(), passkeys(), flows())
                .flatMap(fields -> fields);
    }

    private static Stream<Arguments> mail() {
        String from = "no-reply@example.com";
        return Stream.of(
                smtp("smtp error", Map.of("from", from)),
                smtp("smtp-answer error", Map.of("host", "127.0.0.1", "from", from, "port", "1")),
                smtp("smtp-encryption warning", Map.of("host", "127.0.0.2", "from", from, "port", "1")),
                smtp("smtp-timeout warning", Map.of("host", "127.0.0.1", "from", from, "timeout", "500")));
    }

    private static Arguments smtp(String expected, Map<String, String> settings) {
        return Arguments.of(expected, Map.of("smtpServer", settings));
    }

    private static Stream<Arguments> login() {
        Map<String, Boolean> shared = Map.of(
                "registrationEmailAsUsername", false, "loginWithEmailAllowed", false, "duplicateEmailsAllowed", true);
        return Stream.of(
                Arguments.of("ssl-required warning", Map.of("sslRequired", "none")),
                Arguments.of("brute-force warning", Map.of("bruteForceProtected", false)),
                Arguments.of("duplicate-emails warning", shared),
                Arguments.of("login-with-email note", Map.of("loginWithEmailAllowed", false, "browserFlow", "browser")),
                Arguments.of(
                        "edit-username note",
                        Map.of("registrationEmailAsUsername", false, "editUsernameAllowed", true)),
                Arguments.of("verify-email warning", Map.of("registrationFlow", "registration")),
                Arguments.of("recovery-closed note", Map.of("resetPasswordAllowed", false)),
                Arguments.of("login-timeout warning", Map.of("accessCodeLifespanLogin", 600)),
                Arguments.of("action-lifespan warning", Map.of("accessCodeLifespanUserAction", 900)));
    }

    private static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("events warning", Map.of("eventsEnabled", false)),
                Arguments.of("admin-events note", Map.of("adminEventsEnabled", false)),
                Arguments.of("acr-map note", Map.of("attributes", Map.of("acr.loa.map", ""))));
    }

    private static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of("i18n note", Map.of("internationalizationEnabled", false)),
                Arguments.of("i18n-locales note", Map.of("supportedLocales", List.of("en", "bg"))),
                Arguments.of("login-theme error", Map.of("loginTheme", "keycloak")),
                Arguments.of("login-theme error", Map.of("loginTheme", "gone")),
                Arguments.of("email-theme warning", Map.of("emailTheme", "gone")));
    }

    private static Stream<Arguments> passkeys() {
        String policy = "webAuthnPolicyPasswordless";
        return Stream.of(
                Arguments.of("passkeys note", Map.of(policy + "PasskeysEnabled", false)),
                Arguments.of(
                        "passkey-user-verification error", Map.of(policy + "UserVerificationRequirement", "preferred")),
                Arguments.of("passkey-discoverable warning", Map.of(policy + "ResidentKey", "preferred")),
                Arguments.of("passkey-rp-id-host error", Map.of(policy + "RpId", "example.org")),
                Arguments.of("passkey-rp-id-host error", Map.of("webAuthnPolicyRpId", "example.org")));
    }

    private static Stream<Arguments> flows() {
        return Stream.of(
                Arguments.of("flow-proof error", Map.of("browserFlow", "browser")),
                Arguments.of("flow-stock-form error", Map.of("browserFlow", "browser")),
                Arguments.of("flow-stock-form error", Map.of("registrationFlow", "registration")),
                Arguments.of("flow-stock-form error", Map.of("resetCredentialsFlow", "reset credentials")),
                Arguments.of("flow-proof warning", Map.of("resetCredentialsFlow", "reset credentials")),
                Arguments.of("flow-role error", Map.of("resetCredentialsFlow", "cloakroom browser")));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void finds_what_is_set_in_the_realm(String expected, Map<String, Object> fields) {
        Said said = realm.with(fields);

        assertThat(said.findings()).as("%s", said).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "cloakroom browser, cloakroom-email-otp, ALTERNATIVE, flow-proof-place error",
        "cloakroom browser, cloakroom-email-otp, ALTERNATIVE, flow-mixed warning",
        "cloakroom browser, cloakroom-email-otp, DISABLED, flow-proof error",
        "cloakroom browser, cloakroom-identify, DISABLED, flow-claim error",
        "cloakroom browser, cloakroom-level, DISABLED, level-step warning",
        "cloakroom browser, cloakroom second factor, DISABLED, second-factor note",
        "cloakroom browser, conditional-user-configured, DISABLED, second-factor-condition warning",
        "cloakroom browser, conditional-credential, DISABLED, second-factor-after-passkey note",
        "cloakroom browser, conditional-level-of-authentication, DISABLED, flow-condition warning",
        "cloakroom recovery, cloakroom-recover-account, DISABLED, flow-completion error",
        "cloakroom recovery, cloakroom second factor in a recovery, DISABLED, second-factor warning",
        "cloakroom sign-up, cloakroom-create-account, DISABLED, flow-completion error",
        "cloakroom sign-up, cloakroom-sign-up, DISABLED, flow-claim error",
        "cloakroom browser with password, cloakroom-identify, DISABLED, flow-claim error"
    })
    void finds_what_stands_wrong_in_a_flow(String flow, String step, String requirement, String expected) {
        Said said = realm.withStep(flow, step, requirement);

        assertThat(said.findings()).as("%s", said).contains(expected);
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("step-settings error", "Setting 'codeLength'", Map.of("codeLength", "3")),
                Arguments.of(
                        "step-settings error", "codeAlphabet", Map.of("codeLength", "4", "codeAlphabet", "digits")),
                Arguments.of("step-settings error", "Setting 'role'", Map.of("role", "third")),
                Arguments.of("flow-role error", "'recovery'", Map.of("role", "recovery")),
                Arguments.of("flow-claim error", "a password or a passkey", Map.of("role", "second")),
                Arguments.of("step-settings error", "Setting 'codeLifespan'", Map.of("codeLifespan", "3601")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void finds_what_is_set_at_a_step(String expected, String words, Map<String, String> settings) {
        Said said = realm.withSettings("cloakroom browser", "cloakroom-email-otp", settings);

        assertThat(said.findings()).as("%s", said).contains(expected);
        assertThat(said.found(expected.replaceAll(" .*", "")))
                .anySatisfy(found -> assertThat(found).contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "webauthn-register-passwordless, passkey-enrolment warning",
        "cloakroom-passkey-offer, passkey-offer note",
        "cloakroom-recovery-alert, recovery-alert note"
    })
    void finds_a_required_action_that_is_off(String action, String expected) {
        assertThat(realm.withoutAction(action).findings()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, id.example.com, hostname error",
        "X-Forwarded-Host, id.example.com, https error",
        "Forwarded, for=192.0.2.1, proxy error"
    })
    void finds_what_a_request_can_tell_of_the_server(String header, String value, String expected) {
        Said said = realm.askSending(header, value);

        assertThat(said.findings()).as("%s", said).contains(expected);
    }

    private static List<String> ofRealm(Said said) {
        return said.findings().stream()
                .filter(finding -> !finding.startsWith("keycloak-"))
                .toList();
    }
}
