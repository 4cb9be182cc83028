package io.cloakroom.mail;

import java.time.Duration;

/**
 * How a time reads in a mail: whole days, hours or minutes, never more than it is. Of days and hours there are at least
 * two; languages that have more than one plural choose it in the message.
 *
 * @param count how many
 * @param unit the key of the sentence that names the unit: {0} is the count, {1} the end
 */
record Span(long count, String unit) {

    static Span of(Duration time) {
        if (time.toDays() >= 2 && time.equals(Duration.ofDays(time.toDays()))) {
            return new Span(time.toDays(), "cloakroomInvitationDays");
        }
        return time.toHours() >= 2
                ? new Span(time.toHours(), "cloakroomInvitationHours")
                : new Span(time.toMinutes(), "cloakroomInvitationMinutes");
    }
}
