package io.cloakroom.tests;

import java.util.List;
import java.util.Locale;

/** Two samples of times in nanoseconds, and whether they can be told apart. */
record Timing(List<Long> members, List<Long> strangers) {

    private static final double CLOSE_SHARE = 0.05;
    private static final double CLOSE_MILLIS = 3;

    /** The chance that a member took longer than a stranger; ties count half. */
    double auc() {
        double longer = 0;
        for (long member : members) {
            for (long stranger : strangers) {
                longer += member > stranger ? 1 : member == stranger ? 0.5 : 0;
            }
        }
        return longer / members.size() / strangers.size();
    }

    /** Of the chance, where there is no difference (Mann and Whitney). */
    double standardError() {
        double m = members.size();
        double n = strangers.size();
        return Math.sqrt((m + n + 1) / (12 * m * n));
    }

    boolean mediansAreClose() {
        double difference = Math.abs(median(members) - median(strangers));
        return difference <= CLOSE_MILLIS || difference <= CLOSE_SHARE * median(strangers);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "AUC %.3f (standard error %.3f), medians %.2f ms for members, %.2f ms for strangers, %d each",
                auc(),
                standardError(),
                median(members),
                median(strangers),
                members.size());
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
