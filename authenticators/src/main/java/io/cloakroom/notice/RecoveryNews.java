package io.cloakroom.notice;

import io.cloakroom.flow.EventDetails;
import io.cloakroom.flow.Moment;
import io.cloakroom.link.Denial;
import io.cloakroom.mail.SecurityNotice;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.models.UserModel;

/** What the mails say about a recovery. */
final class RecoveryNews {

    private static final String ADVICE = "cloakroomSecurityNoticeNotYou";

    private RecoveryNews() {}

    /** Nothing where the event is about something else. */
    static Optional<SecurityNotice.News> of(UserModel user, Event event) {
        Map<String, String> details = Optional.ofNullable(event.getDetails()).orElse(Map.of());
        return switch (details.getOrDefault(EventDetails.RECOVERY, "")) {
            case "started" -> Optional.of(started(user, details));
            case "stopped" -> Optional.of(news("Stopped"));
            case "completed" -> Optional.of(news("Completed"));
            case "recovered" -> Optional.of(news("Recovered"));
            default -> Optional.empty();
        };
    }

    private static SecurityNotice.News started(UserModel user, Map<String, String> details) {
        Denial stop = new Denial(
                details.getOrDefault(EventDetails.RECOVERY_ID, ""),
                user.getId(),
                Instant.parse(details.get(EventDetails.EXPIRES_AT)));
        Instant readyAt = Instant.parse(details.get(EventDetails.READY_AT));
        return new SecurityNotice.News(
                "cloakroomRecoveryStartedHeading",
                "cloakroomRecoveryStartedIntro",
                "",
                language -> Moment.text(readyAt, language),
                false,
                "cloakroomRecoveryStartedAdvice",
                stop);
    }

    private static SecurityNotice.News news(String what) {
        String name = "cloakroomRecovery" + what;
        return new SecurityNotice.News(name + "Heading", name + "Intro", "", language -> "", false, ADVICE, null);
    }
}
