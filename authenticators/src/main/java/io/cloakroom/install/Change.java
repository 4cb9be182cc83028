package io.cloakroom.install;

import java.util.List;

/**
 * One thing of a realm, and what became of it.
 *
 * @param what what it is
 * @param name its name
 * @param kind what became of it
 * @param note what an administrator should know about it, or nothing
 * @param path where Keycloak's admin API has it
 */
public record Change(What what, String name, Kind kind, String note, List<String> path) {

    /** What can change. */
    public enum What {
        FLOW("flow"),
        SETTINGS("settings of a step"),
        REQUIRED_ACTION("required action"),
        MAPPER("protocol mapper"),
        BINDING("binding");

        private final String label;

        What(String label) {
            this.label = label;
        }

        /** What administrators call it. */
        public String label() {
            return label;
        }
    }

    /** How it can change. */
    public enum Kind {
        CREATED,
        UPGRADED,
        KEPT,
        UNCHANGED,
        BOUND,
        REMOVED
    }
}
