package io.cloakroom.flow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How a point in time reads on a page or in a mail: the reader's zone is not known, so it is UTC and says so. */
public final class Moment {

    private Moment() {}

    /** Date and time to the minute, as that language writes them, in the digits of its other numbers. */
    public static String text(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withDecimalStyle(DecimalStyle.of(locale))
                        .format(instant.atZone(ZoneOffset.UTC))
                + " UTC";
    }
}
