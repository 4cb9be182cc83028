package io.cloakroom.check;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Keycloak; whatever a vendor adds to the three numbers does not count. */
record KeycloakVersion(int major, int minor, int patch) implements Comparable<KeycloakVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:\\D.*)?");

    private static final Comparator<KeycloakVersion> ORDER = Comparator.comparingInt(KeycloakVersion::major)
            .thenComparingInt(KeycloakVersion::minor)
            .thenComparingInt(KeycloakVersion::patch);

    static Optional<KeycloakVersion> parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.matches()
                ? Optional.of(new KeycloakVersion(
                        Integer.parseInt(numbers.group(1)),
                        Integer.parseInt(numbers.group(2)),
                        Integer.parseInt(numbers.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(KeycloakVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
