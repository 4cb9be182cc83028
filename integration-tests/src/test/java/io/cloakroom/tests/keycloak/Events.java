package io.cloakroom.tests.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.EventRepresentation;

/** The user events that a realm kept, as an admin sees them. */
public final class Events {

    private static final int PLENTY = 10_000;

    private final RealmResource realm;

    Events(RealmResource realm) {
        this.realm = realm;
    }

    /** All events, newest first. */
    public List<EventRepresentation> all() {
        return realm.getEvents(List.of(), null, null, null, null, null, 0, PLENTY);
    }

    public List<EventRepresentation> ofType(String type) {
        return all().stream().filter(event -> event.getType().equals(type)).toList();
    }

    public List<EventRepresentation> withDetail(String key, String value) {
        return all().stream()
                .filter(event -> Objects.requireNonNullElse(event.getDetails(), Map.<String, String>of())
                        .getOrDefault(key, "")
                        .equals(value))
                .toList();
    }

    public int countWithDetail(String key, String value) {
        return withDetail(key, value).size();
    }

    public void clear() {
        realm.clearEvents();
    }
}
