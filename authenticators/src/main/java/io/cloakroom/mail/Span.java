package io.cloakroom.mail;

import java.time.Duration;

/**
 * How a time reads in a mail: whole days, hours or minutes, never more than it is. Of days and hours there are at least
 * two, so that no language needs a singular.
 *
 * @param count how many
 * @param unit the key of the message that names the unit
 */
record Span(long count, String unit) {

    static Span of(Duration time) {
        if (time.toDays() >= 2 && time.equals(Duration.ofDays(time.toDays()))) {
            return new Span(time.toDays(), "cloakroomDays");
        }
        return time.toHours() >= 2
                ? new Span(time.toHours(), "cloakroomHours")
                : new Span(time.toMinutes(), "cloakroomMinutes");
    }
}
