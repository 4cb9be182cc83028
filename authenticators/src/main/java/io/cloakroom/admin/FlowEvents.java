package io.cloakroom.admin;

import io.cloakroom.install.Change;
import io.cloakroom.install.Change.Kind;
import io.cloakroom.install.Report;
import java.util.Locale;
import java.util.function.Supplier;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Admin events for what became of a realm, as Keycloak writes them when the same is done by hand. */
final class FlowEvents {

    private FlowEvents() {}

    /** One event for each thing that has changed. */
    static void tell(Report report, Supplier<AdminEventBuilder> events) {
        for (Change change : report.changes()) {
            if (change.kind() != Kind.UNCHANGED) {
                events.get()
                        .operation(operation(change))
                        .resource(type(change))
                        .resourcePath(change.path().toArray(String[]::new))
                        .detail("name", change.name())
                        .detail("change", change.kind().name().toLowerCase(Locale.ROOT))
                        .detail("note", change.note())
                        .success();
            }
        }
    }

    private static OperationType operation(Change change) {
        return switch (change.kind()) {
            case CREATED -> OperationType.CREATE;
            case REMOVED -> OperationType.DELETE;
            case UPGRADED, KEPT, BOUND, UNCHANGED -> OperationType.UPDATE;
        };
    }

    private static ResourceType type(Change change) {
        return switch (change.what()) {
            case FLOW -> ResourceType.AUTH_FLOW;
            case SETTINGS -> ResourceType.AUTHENTICATOR_CONFIG;
            case REQUIRED_ACTION -> ResourceType.REQUIRED_ACTION;
            case MAPPER -> ResourceType.PROTOCOL_MAPPER;
            case BINDING -> ResourceType.REALM;
        };
    }
}
