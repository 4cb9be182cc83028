package io.cloakroom.check;

import static io.cloakroom.check.Trees.alternative;
import static io.cloakroom.check.Trees.clients;
import static io.cloakroom.check.Trees.code;
import static io.cloakroom.check.Trees.condition;
import static io.cloakroom.check.Trees.level;
import static io.cloakroom.check.Trees.realms;
import static io.cloakroom.check.Trees.required;
import static io.cloakroom.check.Trees.secondFactor;
import static io.cloakroom.check.Trees.sub;
import static io.cloakroom.check.Trees.unknown;
import static io.cloakroom.check.Trees.unusable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** What the rules say of the shapes a flow can have. */
class FlowRulesTest {

    private static final Node CREATE = required("cloakroom-create-account");
    private static final Node IDENTIFY = required("cloakroom-identify", Map.of("password", "off"));

    static Stream<BoundFlow> sound() {
        return Stream.of(
                realms(
                        Use.BROWSER,
                        alternative("auth-cookie"),
                        sub(Requirement.ALTERNATIVE, IDENTIFY, code("first"), CREATE, secondFactor())),
                realms(
                        Use.BROWSER,
                        required("cloakroom-identify", Map.of("password", "on")),
                        code("first"),
                        secondFactor(),
                        sub(Requirement.REQUIRED, code("second"))),
                realms(Use.REGISTRATION, required("cloakroom-sign-up"), code("sign-up"), CREATE, secondFactor()),
                realms(
                        Use.RESET,
                        required("cloakroom-recovery"),
                        code("recovery"),
                        secondFactor(),
                        required("cloakroom-recover-account")),
                realms(
                        Use.IDENTITY_PROVIDER,
                        alternative("idp-create-user-if-unique"),
                        sub(Requirement.ALTERNATIVE, code("identity-provider"), secondFactor())));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void a_flow_of_the_documentation_is_fine(BoundFlow flow) {
        assertThat(findings(flow)).isEmpty();
    }

    static Stream<Arguments> unsound() {
        return Stream.of(withoutProofs(), places(), claims(), roles(), completions(), steps(), conditions(), factors())
                .flatMap(shapes -> shapes);
    }

    private static Stream<Arguments> withoutProofs() {
        Node certificate = required("auth-x509-client-username-form");
        return Stream.of(
                shape("flow-proof error", realms(Use.BROWSER, certificate)),
                shape("flow-proof error", clients(IDENTIFY, secondFactor())),
                shape("flow-proof warning", clients(certificate)),
                shape("flow-proof note", clients(required("cloakroom-username-password-form"))),
                shape("flow-proof warning", realms(Use.RESET)),
                shape("flow-proof note", realms(Use.IDENTITY_PROVIDER, required("idp-confirm-link"))));
    }

    private static Stream<Arguments> places() {
        Node alternative = alternative("cloakroom-email-otp", Map.of("role", "first"));
        Node amongFactors = sub(
                Requirement.CONDITIONAL,
                condition("conditional-user-configured"),
                alternative("auth-otp-form"),
                alternative("cloakroom-email-otp", Map.of("role", "second")));
        return Stream.of(
                shape("flow-proof-place error", signIn(sub(Requirement.REQUIRED, code("first")))),
                shape("flow-proof-place error", signIn(sub(Requirement.REQUIRED, alternative))),
                shape(
                        "flow-proof-place error",
                        realms(Use.BROWSER, required("cloakroom-password-form"), amongFactors)));
    }

    private static Stream<Arguments> claims() {
        Node limit = required("cloakroom-rate-limit");
        return Stream.of(
                shape("flow-claim error", realms(Use.BROWSER, limit, code("first"))),
                shape("flow-claim error", realms(Use.BROWSER, limit, required("cloakroom-magic-link"))),
                shape("flow-claim error", realms(Use.REGISTRATION, limit, code("sign-up"))),
                shape("flow-claim error", realms(Use.RESET, limit, code("recovery"))),
                shape("flow-claim error", signIn(code("second"))),
                shape("flow-claim error", realms(Use.BROWSER, code("first"), IDENTIFY)));
    }

    private static Stream<Arguments> roles() {
        return Stream.of(
                shape("flow-role error", signIn(code("recovery"))),
                shape("flow-role error", realms(Use.RESET, IDENTIFY, code("first"))),
                shape("flow-role error", realms(Use.IDENTITY_PROVIDER, code("first"))),
                shape(
                        "flow-role error",
                        realms(Use.REGISTRATION, required("cloakroom-sign-up"), required("cloakroom-magic-link"))));
    }

    private static Stream<Arguments> completions() {
        Node welcoming = required("cloakroom-email-otp", Map.of("role", "first", "unknownAddress", "sign-up"));
        return Stream.of(
                shape(
                        "flow-completion error",
                        realms(Use.REGISTRATION, CREATE, required("cloakroom-sign-up"), code("sign-up"))),
                shape("flow-completion error", realms(Use.RESET, required("cloakroom-recovery"), code("recovery"))),
                shape("flow-completion error", signIn(welcoming)));
    }

    private static Stream<Arguments> steps() {
        Node form = sub(Requirement.REQUIRED, required("registration-user-creation"));
        return Stream.of(
                shape("flow-stock-form error", signIn(required("auth-username-form"), code("first"))),
                shape("flow-stock-form error", clients(required("auth-username-password-form"))),
                shape("flow-stock-form error", realms(Use.REGISTRATION, form)),
                shape("flow-unknown-step error", signIn(code("first"), unknown("gone"))),
                shape("step-settings error", signIn(unusable("cloakroom-email-otp", "Setting 'x'"))));
    }

    private static Stream<Arguments> conditions() {
        Node ofAll = sub(Requirement.CONDITIONAL, condition("conditional-credential"), alternative("auth-otp-form"));
        Node always =
                sub(Requirement.CONDITIONAL, condition("conditional-user-configured"), alternative("auth-otp-form"));
        return Stream.of(
                shape("flow-mixed warning", signIn(code("first"), alternative("auth-cookie"))),
                shape("flow-condition warning", signIn(sub(Requirement.CONDITIONAL, required("auth-otp-form")))),
                shape("second-factor-condition warning", signIn(code("first"), ofAll)),
                shape("second-factor-after-passkey note", signIn(code("first"), always)));
    }

    private static Stream<Arguments> factors() {
        Node stepUp = sub(Requirement.CONDITIONAL, level("2"), required("auth-otp-form"));
        Node recovery = required("cloakroom-recovery");
        return Stream.of(
                shape("second-factor note", signIn(code("first"))),
                shape("second-factor note", signIn(code("first"), stepUp)),
                shape("second-factor warning", realms(Use.RESET, recovery, code("recovery"))),
                shape("level-step warning", signIn(sub(Requirement.CONDITIONAL, level("1"), code("first")))));
    }

    private static Arguments shape(String expected, BoundFlow flow) {
        return Arguments.of(expected, flow);
    }

    /** A sign-in that begins as it should. */
    private static BoundFlow signIn(Node... next) {
        return realms(
                Use.BROWSER,
                Stream.concat(Stream.of(IDENTIFY), Arrays.stream(next)).toArray(Node[]::new));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void a_flow_that_has_another_shape_is_found(String expected, BoundFlow flow) {
        assertThat(findings(flow)).contains(expected);
    }

    @Test
    void whoever_has_bound_the_flow_is_named() {
        assertThat(StepChecks.of(clients(required("auth-username-form"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.found())
                        .isEqualTo("Flow 'tested' (sign-in of client 'app'), step 'auth-username-form'."));
    }

    private static List<String> findings(BoundFlow flow) {
        return Stream.of(ProofChecks.of(flow), StepChecks.of(flow), SecondFactorChecks.of(flow))
                .flatMap(findings -> findings)
                .map(finding -> finding.check() + " " + finding.level().id())
                .toList();
    }
}
