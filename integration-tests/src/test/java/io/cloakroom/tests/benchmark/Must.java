package io.cloakroom.tests.benchmark;

import java.util.Locale;

/** What a number has to be. */
record Must(boolean isUpperBound, double bound, String unit) {

    static Must atMost(double bound, String unit) {
        return new Must(true, bound, unit);
    }

    static Must atLeast(double bound, String unit) {
        return new Must(false, bound, unit);
    }

    boolean isMetBy(double value) {
        return isUpperBound ? value <= bound : value >= bound;
    }

    String show(double value) {
        return String.format(Locale.ROOT, "%.2f %s", value, unit);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s %s", isUpperBound ? "≤" : "≥", bound, unit);
    }
}
