package io.cloakroom.check;

import java.util.List;

/**
 * A flow that people can enter.
 *
 * @param use how they come to it
 * @param users who has bound it beside the realm itself, such as clients; empty where the realm has
 * @param flow the flow
 */
record BoundFlow(Use use, List<String> users, FlowTree flow) {

    boolean isOfRealm() {
        return users.isEmpty();
    }

    /** The flow in the words of a finding. */
    String name() {
        String by = isOfRealm() ? "" : " of " + String.join(", ", users);
        return "Flow '" + flow.alias() + "' (" + word() + by + ")";
    }

    private String word() {
        return switch (use) {
            case BROWSER -> "sign-in";
            case REGISTRATION -> "sign-up";
            case RESET -> "reset credentials";
            case IDENTITY_PROVIDER -> "first login";
        };
    }
}
