package io.cloakroom.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which Keycloak this is. */
final class VersionChecks implements Family {

    private static final KeycloakVersion FLOOR = new KeycloakVersion(26, 7, 0);

    private static final Check VERSION = new Check(
            "keycloak-version",
            Level.ERROR,
            "The pack needs Keycloak 26.7, where marks that something was used survive a restart, and is tested with that line only."
                    + " A version that is newer than this list of advisories gets a note.",
            "Run the newest patch of Keycloak 26.7, or a release of Cloakroom that names your version.");

    private static final Check ADVISORIES = new Check(
            "keycloak-advisories",
            Level.WARNING,
            "Keycloak has published holes in what sign-ins stand on, and the version that runs here has them.",
            "Update Keycloak to the newest patch of its line.");

    @Override
    public List<Check> checks() {
        return List.of(VERSION, ADVISORIES);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return of(situation.server().version());
    }

    static Stream<Finding> of(String version) {
        Optional<KeycloakVersion> known = KeycloakVersion.parse(version);
        return known.map(VersionChecks::of)
                .orElseGet(() -> Stream.of(VERSION.found(
                        Level.NOTE, "Keycloak calls itself '" + version + "': nothing is known of that version.")));
    }

    private static Stream<Finding> of(KeycloakVersion version) {
        if (version.compareTo(FLOOR) < 0) {
            return Stream.concat(Stream.of(VERSION.found("Keycloak " + version + " runs here.")), advisories(version));
        }
        if (version.compareTo(Advisory.KNOWN_UP_TO) > 0) {
            return Stream.of(VERSION.found(
                    Level.NOTE,
                    "Keycloak " + version + " runs here, and advisories are known up to " + Advisory.KNOWN_UP_TO
                            + "."));
        }
        return advisories(version);
    }

    private static Stream<Finding> advisories(KeycloakVersion version) {
        List<Advisory> advisories = Advisory.of(version);
        String names = advisories.stream()
                .map(advisory -> advisory.id() + " (fixed in " + advisory.fixedIn() + ")")
                .collect(Collectors.joining(", "));
        return advisories.isEmpty()
                ? Stream.empty()
                : Stream.of(ADVISORIES.found("Keycloak " + version + " runs here. Known: " + names + "."));
    }
}
