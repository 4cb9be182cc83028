package io.cloakroom.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many permits in any stretch of time this long, written {@code 3/5m}.
 *
 * @param permits 1 to {@value #MOST_PERMITS}
 * @param window one second to {@value #LONGEST_DAYS} days
 */
record Allowance(int permits, Duration window) {

    /** Each permit in use is one small entry in the shared store; this keeps one subject's share of it bounded. */
    static final int MOST_PERMITS = 100_000;

    static final int LONGEST_DAYS = 7;

    private static final Pattern NOTATION = Pattern.compile("(\\d{1,6})/(\\d{1,6})([smhd])");

    Allowance {
        if (permits < 1 || permits > MOST_PERMITS) {
            throw new IllegalArgumentException("1 to " + MOST_PERMITS + " permits a window are possible");
        }
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofDays(LONGEST_DAYS)) > 0) {
            throw new IllegalArgumentException("a window lasts 1s to " + LONGEST_DAYS + "d");
        }
        if (window.toMillis() < permits) {
            throw new IllegalArgumentException("at most one permit a millisecond is possible");
        }
    }

    Allowance times(int factor) {
        long most = Math.min(MOST_PERMITS, window.toMillis());
        return new Allowance((int) Math.min(most, (long) factor * permits), window);
    }

    static Allowance parse(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("permits and windows are needed, such as 3/5m, 10/1h (s, m, h or d)");
        }
        long number = Long.parseLong(matcher.group(2));
        Duration window = switch (matcher.group(3)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return new Allowance(Integer.parseInt(matcher.group(1)), window);
    }
}
