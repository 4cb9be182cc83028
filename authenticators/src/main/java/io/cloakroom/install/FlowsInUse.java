package io.cloakroom.install;

import java.util.List;

/** Our flows can't go, because somebody signs in by them for whom there is no flow to go back to. */
public final class FlowsInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String explanation;

    FlowsInUse(List<String> uses) {
        this.explanation = "Still in use; choose another flow for each first: " + String.join("; ", uses);
    }

    /** Who stands in the way, for people to read. */
    public String explanation() {
        return explanation;
    }
}
