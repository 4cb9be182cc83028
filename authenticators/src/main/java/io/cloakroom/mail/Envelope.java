package io.cloakroom.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a letter, decided once: tries that follow a temporary failure use the same one.
 *
 * @param kind what is sent, or {@link Outcome#NOTHING}
 * @param userId the member, or null for a stranger
 * @param to the stored address of a member, the typed one of a stranger
 * @param attributes what a template may know of the recipient
 */
record Envelope(Outcome kind, @Nullable String userId, String to, Map<String, List<String>> attributes) {

    /** For a letter that goes to nobody. */
    static final Envelope NOBODY = new Envelope(Outcome.NOTHING, null, "", Map.of());

    /** Hides everything: whatever logs this object logs nobody. */
    @Override
    public String toString() {
        return "Envelope[" + kind + "]";
    }
}
