package io.cloakroom.flow;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** A form that somebody has filled in, kept in the login until it ends, and nowhere else. */
public final class TypedNotes {

    private static final String NOTE = "cloakroom-flow.typed";

    private TypedNotes() {}

    /** Keeps what was typed, by the name of the field. */
    public static void remember(AuthenticationSessionModel login, Map<String, List<String>> fields) {
        try {
            login.setAuthNote(NOTE, JsonSerialization.writeValueAsString(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was typed, or nothing where no form has been filled in. */
    public static Optional<Map<String, List<String>>> in(AuthenticationSessionModel login) {
        String stored = login.getAuthNote(NOTE);
        if (stored == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonSerialization.readValue(stored, new TypeReference<Map<String, List<String>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
