package io.cloakroom.flow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How a point in time reads on a page or in a mail: the reader's zone is not known, so it is UTC and says so.
 *
 * @param text date and time to the minute, as a language writes them
 * @param iso the same for a script that knows the zone
 */
public record Moment(String text, String iso) {

    /** As a page in that language shows it. */
    public static Moment of(Instant instant, Locale locale) {
        return new Moment(
                text(instant, locale), instant.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Date and time to the minute, as that language writes them, in the digits of its other numbers. */
    public static String text(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withDecimalStyle(DecimalStyle.of(locale))
                        .format(instant.atZone(ZoneOffset.UTC))
                + " UTC";
    }

    /** The words, for a template that knows of no more than them. */
    @Override
    public String toString() {
        return text;
    }
}
