package io.cloakroom.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Flows for tests, as short as they can be written. */
final class Trees {

    private Trees() {}

    static BoundFlow realms(Use use, Node... nodes) {
        return new BoundFlow(use, List.of(), new FlowTree("tested", level(nodes)));
    }

    static BoundFlow clients(Node... nodes) {
        return new BoundFlow(Use.BROWSER, List.of("client 'app'"), new FlowTree("tested", level(nodes)));
    }

    static Node required(String step) {
        return required(step, Map.of());
    }

    static Node required(String step, Map<String, String> settings) {
        return step(step, Requirement.REQUIRED, settings, Optional.empty());
    }

    static Node alternative(String step, Map<String, String> settings) {
        return step(step, Requirement.ALTERNATIVE, settings, Optional.empty());
    }

    static Node alternative(String step) {
        return alternative(step, Map.of());
    }

    static Node unusable(String step, String problem) {
        return step(step, Requirement.REQUIRED, Map.of("role", "first"), Optional.of(problem));
    }

    static Node condition(String step) {
        return new Node(Node.Kind.CONDITION, step, Requirement.REQUIRED, false, Map.of(), Optional.empty(), List.of());
    }

    /** The condition that a level is asked for and not reached. */
    static Node level(String level) {
        return new Node(
                Node.Kind.CONDITION,
                "conditional-level-of-authentication",
                Requirement.REQUIRED,
                false,
                Map.of("loa-condition-level", level),
                Optional.empty(),
                List.of());
    }

    static Node unknown(String step) {
        return new Node(Node.Kind.UNKNOWN, step, Requirement.REQUIRED, false, Map.of(), Optional.empty(), List.of());
    }

    static Node sub(Requirement requirement, Node... nodes) {
        return new Node(Node.Kind.FLOW, "sub", requirement, false, Map.of(), Optional.empty(), level(nodes));
    }

    static Node code(String role) {
        return required("cloakroom-email-otp", Map.of("role", role, "codeLifespan", "900"));
    }

    /** The second factors of the reference flow. */
    static Node secondFactor() {
        return sub(
                Requirement.CONDITIONAL,
                condition("conditional-user-configured"),
                condition("conditional-credential"),
                alternative("auth-otp-form"));
    }

    private static Node step(
            String step, Requirement requirement, Map<String, String> settings, Optional<String> problem) {
        return new Node(Node.Kind.STEP, step, requirement, false, settings, problem, List.of());
    }

    /** Tells the first of a level that it is. */
    private static List<Node> level(Node... nodes) {
        List<Node> level = new ArrayList<>(Arrays.asList(nodes));
        if (!level.isEmpty()) {
            Node first = level.get(0);
            level.set(
                    0,
                    new Node(
                            first.kind(),
                            first.name(),
                            first.requirement(),
                            true,
                            first.settings(),
                            first.problem(),
                            first.children()));
        }
        return level;
    }
}
