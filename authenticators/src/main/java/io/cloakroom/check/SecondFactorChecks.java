package io.cloakroom.check;

import io.cloakroom.flow.ProviderIds;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Whether second factors are asked for, and levels told rightly. */
final class SecondFactorChecks implements Family {

    private static final Check SECOND_FACTOR = new Check(
            "second-factor",
            Level.NOTE,
            "An email is one factor. Without a second one an account is as safe as its mailbox, also for those who have enrolled more."
                    + " A warning in a recovery, which then nobody who has a second factor can finish.",
            "Authentication, Flows: add a conditional sub-flow with security key, OTP form and recovery codes behind the code, as in"
                    + " docs/flows.md.");

    private static final Check CONDITION = new Check(
            "second-factor-condition",
            Level.WARNING,
            "Where nothing asks whether the account has a second factor, whoever has none cannot go on.",
            "Authentication, Flows: add 'Condition - user configured', Required, to the sub-flow.");

    private static final Check TWICE = new Check(
            "second-factor-after-passkey",
            Level.NOTE,
            "A passkey is two factors already. Whoever has used one is asked for another.",
            "Authentication, Flows: add 'Condition - credential', Required, with webauthn-passwordless and Included off, to the"
                    + " sub-flow.");

    private static final Check LEVEL = new Check(
            "level-step",
            Level.WARNING,
            "Keycloak gives a login the level of the part of the flow that it went through. Without the step, a passkey is worth no"
                    + " more than an email to apps that ask for level 2.",
            "Authentication, Flows: put 'Cloakroom: level', Required, between the parts for level 1 and 2.");

    private static final Check ACR = new Check(
            "acr-map",
            Level.NOTE,
            "Apps ask for a level by its name, and tokens say the name in acr. Without the mapping names are mere numbers.",
            "Realm settings, General, ACR to LoA Mapping: such as 1 for 1 and 2 for 2.");

    @Override
    public List<Check> checks() {
        return List.of(SECOND_FACTOR, CONDITION, TWICE, LEVEL, ACR);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        boolean hasLevels =
                situation.flows().stream().anyMatch(bound -> bound.flow().has(Steps.LEVEL_CONDITION));
        String map = situation.realm().getAttribute("acr.loa.map");
        return Stream.concat(
                situation.flows().stream().flatMap(SecondFactorChecks::of),
                hasLevels && (map == null || map.isBlank() || map.equals("{}"))
                        ? Stream.of(ACR.found("A flow has levels, and the realm no names for them."))
                        : Stream.empty());
    }

    static Stream<Finding> of(BoundFlow bound) {
        FlowTree flow = bound.flow();
        if (!flow.has(Steps.PROOFS)) {
            return Stream.empty();
        }
        Stream.Builder<Finding> findings = Stream.builder();
        if (!asks(flow.nodes())) {
            findings.add(SECOND_FACTOR.found(
                    bound.use() == Use.RESET ? Level.WARNING : Level.NOTE,
                    bound.name() + " asks for no second factor."));
        }
        if (bound.use() == Use.BROWSER && flow.has(Steps.LEVEL_CONDITION) && !flow.has(ProviderIds.LEVEL)) {
            findings.add(LEVEL.found(bound.name() + " has levels and no step '" + ProviderIds.LEVEL + "'."));
        }
        return Stream.concat(
                findings.build(),
                flow.all().filter(SecondFactorChecks::offersSecondFactors).flatMap(sub -> of(bound, sub)));
    }

    /** Whether a sign-in comes by a second factor; what a step-up asks for is another matter. */
    private static boolean asks(List<Node> level) {
        return level.stream()
                .anyMatch(node ->
                        Steps.SECOND_FACTORS.contains(node.name()) || (!isStepUp(node) && asks(node.children())));
    }

    private static boolean isStepUp(Node node) {
        return node.children().stream()
                .anyMatch(child -> child.name().equals(Steps.LEVEL_CONDITION)
                        && !child.setting("loa-condition-level").equals("1"));
    }

    private static boolean offersSecondFactors(Node node) {
        return node.kind() == Node.Kind.FLOW
                && node.is(Requirement.CONDITIONAL)
                && node.children().stream()
                        .anyMatch(child ->
                                child.is(Requirement.ALTERNATIVE) && Steps.SECOND_FACTORS.contains(child.name()));
    }

    private static Stream<Finding> of(BoundFlow bound, Node sub) {
        String where = bound.name() + ", sub-flow '" + sub.name() + "': ";
        if (!sub.hasChild(Steps.USER_CONFIGURED)) {
            return Stream.of(CONDITION.found(where + "'" + Steps.USER_CONFIGURED + "' is not there."));
        }
        boolean takesPasskeys = bound.use() == Use.BROWSER && bound.flow().has(ProviderIds.IDENTIFY);
        return takesPasskeys && !sub.hasChild(Steps.CREDENTIAL_CONDITION)
                ? Stream.of(TWICE.found(where + "'" + Steps.CREDENTIAL_CONDITION + "' is not there."))
                : Stream.empty();
    }
}
