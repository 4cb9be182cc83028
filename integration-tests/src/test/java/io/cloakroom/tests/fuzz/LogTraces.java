package io.cloakroom.tests.fuzz;

import java.util.regex.Pattern;

/** What a request must not leave in the log. */
public final class LogTraces {

    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\x85\\u2028\\u2029]");

    private LogTraces() {}

    /** Whether a line is the request's own words. */
    public static boolean isForged(String line) {
        return line.startsWith(Damage.LINE);
    }

    /** Whether an entry of ours holds what somebody has typed, or what steers a terminal. */
    public static boolean quotesWhatWasSent(String line) {
        return line.contains("[io.cloakroom")
                && (line.contains(Damage.ELEMENT)
                        || line.contains(Values.DOMAIN)
                        || CONTROL.matcher(line).find());
    }
}
