package io.cloakroom.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

/** Reads an administrator's event: Keycloak has no type of its own for a credential that was removed. */
final class RemovedByAdmin {

    private static final Pattern PATH = Pattern.compile("users/([^/]+)/credentials/[^/]+");

    private RemovedByAdmin() {}

    /** Whose credential was removed, or nothing where the event is about something else. */
    static Optional<String> userId(AdminEvent event) {
        return Optional.ofNullable(event.getResourcePath())
                .filter(path -> event.getOperationType() == OperationType.ACTION && event.getError() == null)
                .map(PATH::matcher)
                .filter(Matcher::matches)
                .map(path -> path.group(1));
    }
}
