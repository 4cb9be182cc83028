package io.cloakroom.tests.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How much is measured; the profile {@code benchmark} has the defaults.
 *
 * @param rounds how many times two variants are measured in turns
 * @param each starts of each variant in a round
 * @param users members of the realm, in rising numbers
 * @param slice for how long one variant has the server alone where logins per second are counted
 * @param startUps of the server with the JARs, and as many without
 * @param questions the names of those to be asked
 */
record Plan(int rounds, int each, List<Integer> users, Duration slice, int startUps, Set<String> questions) {

    static Plan fromSystemProperties() {
        return new Plan(
                number("rounds"),
                number("each"),
                list("users").stream().map(Integer::valueOf).sorted().toList(),
                Duration.ofSeconds(number("seconds")),
                number("startUps"),
                Set.copyOf(list("questions")));
    }

    private static int number(String name) {
        return Integer.parseInt(value(name));
    }

    private static List<String> list(String name) {
        return Arrays.stream(value(name).split(",", -1)).map(String::strip).toList();
    }

    private static String value(String name) {
        String property = "benchmark." + name;
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("System property " + property + " is not set; -Pbenchmark sets it");
        }
        return value;
    }
}
