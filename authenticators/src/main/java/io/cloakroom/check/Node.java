package io.cloakroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/**
 * One execution of a flow, with what is below it.
 *
 * @param kind what it is
 * @param name the provider's id, or the alias of a flow
 * @param requirement as the admin console shows it
 * @param isFirst whether it stands first in its flow, those counted that are switched off
 * @param settings in force, defaults included
 * @param problem what is wrong with what is set, if anything
 * @param children of a flow, in their order, without those that are switched off
 */
record Node(
        Kind kind,
        String name,
        Requirement requirement,
        boolean isFirst,
        Map<String, String> settings,
        Optional<String> problem,
        List<Node> children) {

    /** What stands in a flow. */
    enum Kind {
        STEP,
        CONDITION,
        FLOW,
        /** A step that the server does not have. */
        UNKNOWN
    }

    boolean is(Requirement one) {
        return requirement == one;
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    boolean hasChild(String provider) {
        return children.stream().anyMatch(child -> child.name().equals(provider));
    }
}
