package io.cloakroom.tests.keycloak;

import java.nio.file.Path;

/** The paths that Maven hands over as system properties. */
record Workspace(Path distribution, Path realm, Path target) {

    static Workspace fromSystemProperties() {
        return new Workspace(path("cloakroom.dist"), path("cloakroom.realm"), path("cloakroom.target"));
    }

    /** Where the Dockerfile and what goes with it are: of no use to whoever only starts a distribution. */
    static Path docker() {
        return path("cloakroom.docker");
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("System property " + property + " is not set; the build sets it, "
                    + "an IDE needs it in its run configuration (see integration-tests/pom.xml)");
        }
        return Path.of(value);
    }
}
