package io.cloakroom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Whether the steps of a flow can be used, and keep what the pack promises. */
final class StepChecks implements Family {

    private static final Check STOCK = new Check(
            "flow-stock-form",
            Level.ERROR,
            "Keycloak's own form answers members otherwise than strangers, by its words or by its time. Whoever tries addresses there"
                    + " learns who has an account, whatever the other flows keep to themselves. Who posts the pages for a reset and for"
                    + " a registration empty, for a name that an app suggests, can have its account locked by brute-force detection.",
            "Authentication, Flows: take Cloakroom's step or guarded form instead (docs/existing-flows.md), or bind another flow. The"
                    + " sign-up and the reset can also be switched off at Realm settings, Login.");

    private static final Check SETTINGS = new Check(
            "step-settings",
            Level.ERROR,
            "A step whose settings cannot be used is switched off until they can: people read that signing in is not possible.",
            "Authentication, Flows: mend the setting at the gear of the step, or empty it for its default.");

    private static final Check UNKNOWN = new Check(
            "flow-unknown-step",
            Level.ERROR,
            "The server has no such step, so whoever comes to it gets an error. A JAR is missing, the step went with a new version, or the"
                    + " sub-flow was deleted with another flow that it stood in as well.",
            "Put the JAR back into providers/ and restart, or take the step out at Authentication, Flows.");

    private static final Check MIXED = new Check(
            "flow-mixed",
            Level.WARNING,
            "Keycloak goes through the required steps of a level and leaves out the alternatives beside them.",
            "Authentication, Flows: put the alternatives into a sub-flow of their own.");

    private static final Check CONDITION = new Check(
            "flow-condition",
            Level.WARNING,
            "Keycloak skips a conditional sub-flow that has no condition: what stands in it is never asked for.",
            "Authentication, Flows: add the condition, or set the sub-flow to Required or Disabled.");

    @Override
    public List<Check> checks() {
        return List.of(STOCK, SETTINGS, UNKNOWN, MIXED, CONDITION);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return situation.flows().stream().flatMap(StepChecks::of);
    }

    static Stream<Finding> of(BoundFlow bound) {
        return Stream.concat(
                bound.flow().all().flatMap(node -> of(bound, node)),
                bound.flow()
                        .levels()
                        .filter(StepChecks::isMixed)
                        .map(level -> MIXED.found(bound.name() + ": beside required steps stand alternatives, "
                                + alternatives(level) + ".")));
    }

    private static Stream<Finding> of(BoundFlow bound, Node node) {
        List<Finding> findings = new ArrayList<>();
        String where = bound.name() + ", step '" + node.name() + "'";
        if (bound.use().isOpen() && Steps.TELLTALES.contains(node.name())) {
            findings.add(STOCK.found(where + "."));
        }
        if (node.kind() == Node.Kind.UNKNOWN) {
            findings.add(UNKNOWN.found(where + "."));
        }
        node.problem().ifPresent(problem -> findings.add(SETTINGS.found(where + ". " + problem + ".")));
        if (node.kind() == Node.Kind.FLOW && node.is(Requirement.CONDITIONAL) && !hasCondition(node)) {
            findings.add(CONDITION.found(bound.name() + ", sub-flow '" + node.name() + "' has no condition."));
        }
        return findings.stream();
    }

    private static boolean hasCondition(Node flow) {
        return flow.children().stream().anyMatch(child -> child.kind() == Node.Kind.CONDITION);
    }

    private static boolean isMixed(List<Node> level) {
        return !alternatives(level).isEmpty()
                && level.stream()
                        .filter(node -> node.kind() != Node.Kind.CONDITION)
                        .anyMatch(node -> node.is(Requirement.REQUIRED) || node.is(Requirement.CONDITIONAL));
    }

    private static String alternatives(List<Node> level) {
        return level.stream()
                .filter(node -> node.is(Requirement.ALTERNATIVE))
                .map(node -> "'" + node.name() + "'")
                .collect(Collectors.joining(", "));
    }
}
