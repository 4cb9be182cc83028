package io.cloakroom.limit;

import io.cloakroom.flow.Setting;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How often something may happen: several windows, each of which must have room. Written {@code 3/5m, 10/1h}; a budget
 * of several windows is a wait that grows with what was used.
 */
public final class Budget {

    private static final int MOST_WINDOWS = 5;

    private static final String TAKES = "1 to " + MOST_WINDOWS + " windows of 1s to " + Allowance.LONGEST_DAYS
            + "d, 1 to " + Allowance.MOST_PERMITS + " in each";

    private final List<Allowance> allowances;

    private Budget(List<Allowance> allowances) {
        this.allowances = allowances;
    }

    /**
     * Reads the notation of the settings.
     *
     * @throws IllegalArgumentException with a message for the administrator
     */
    public static Budget parse(String text) {
        List<Allowance> allowances = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Allowance::parse)
                .toList();
        if (allowances.size() > MOST_WINDOWS) {
            throw new IllegalArgumentException("at most " + MOST_WINDOWS + " windows are possible");
        }
        if (allowances.stream().map(Allowance::window).distinct().count() < allowances.size()) {
            throw new IllegalArgumentException("each window may be given once");
        }
        return new Budget(allowances);
    }

    /** A setting that holds a budget. */
    public static Setting<Budget> setting(String key, String byDefault) {
        return Setting.notation(key, byDefault, TAKES, Budget::parse);
    }

    /** A budget of one window. */
    public static Budget of(int permits, Duration window) {
        return new Budget(List.of(new Allowance(permits, window)));
    }

    /** So many times as much in each window, as far as one window can hold it. */
    Budget times(int factor) {
        return new Budget(
                allowances.stream().map(allowance -> allowance.times(factor)).toList());
    }

    List<Allowance> allowances() {
        return allowances;
    }

    /** The budget in the notation that {@link #parse} reads. */
    String notation() {
        return allowances.stream()
                .map(allowance -> allowance.permits() + "/" + allowance.window().toSeconds() + "s")
                .collect(Collectors.joining(","));
    }
}
