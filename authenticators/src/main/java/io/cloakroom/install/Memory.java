package io.cloakroom.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** What we did to a realm, kept in an attribute of it, so that it can be told from what others did, and taken back. */
final class Memory {

    private static final String ATTRIBUTE = "cloakroom.install";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealmModel realm;
    private final Content content;

    private Memory(RealmModel realm, Content content) {
        this.realm = realm;
        this.content = content;
    }

    static Memory of(RealmModel realm) {
        // After a write Keycloak reads the realm from the database: what another node
        // has done a moment ago may not have reached the cache of this one.
        realm.removeAttribute(ATTRIBUTE + ".none");
        return new Memory(realm, parse(realm.getAttribute(ATTRIBUTE)));
    }

    /** Whether a flow looks as we left it. */
    boolean left(FlowTree flow) {
        return flow.fingerprint().equals(content.flows.get(flow.alias()));
    }

    /** Whether we have ever left a flow of that name. */
    boolean knows(String alias) {
        return content.flows.containsKey(alias);
    }

    void leave(FlowTree flow) {
        content.flows.put(flow.alias(), flow.fingerprint());
    }

    /** The id of the flow that was bound before ours was. */
    Optional<String> before(Slot slot) {
        return Optional.ofNullable(content.before.get(slot.name()));
    }

    void rememberBefore(Slot slot, String flowId) {
        content.before.put(slot.name(), flowId);
    }

    /** Whether that flow was under our name once, changed by somebody. */
    boolean isKept(String flowId) {
        return content.kept.contains(flowId);
    }

    void keep(String flowId) {
        content.kept.add(flowId);
    }

    /** Whether it was us who made that required action or mapper. */
    boolean made(String name) {
        return content.made.contains(name);
    }

    void make(String name) {
        content.made.add(name);
    }

    void unmake(String name) {
        content.made.remove(name);
    }

    void save() {
        try {
            String text = JSON.writeValueAsString(content);
            if (!text.equals(realm.getAttribute(ATTRIBUTE))) {
                realm.setAttribute(ATTRIBUTE, text);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets all but what of our making is still there, so that it can be taken back later. */
    void forget() {
        content.flows.clear();
        content.before.clear();
        content.kept.clear();
        if (content.made.isEmpty()) {
            realm.removeAttribute(ATTRIBUTE);
        } else {
            save();
        }
    }

    private static Content parse(@Nullable String text) {
        try {
            Content read = text == null ? null : JSON.readValue(text, Content.class);
            return read == null ? new Content(null, null, null, null) : read;
        } catch (JsonProcessingException e) {
            // Nothing is known then, and whatever differs from what we would make is kept.
            return new Content(null, null, null, null);
        }
    }

    /**
     * The attribute.
     *
     * @param flows fingerprints by name of the flow
     * @param before ids of flows by what was bound to them
     * @param kept ids of flows that were under our names
     * @param made what else is of our making
     */
    private record Content(Map<String, String> flows, Map<String, String> before, Set<String> kept, Set<String> made) {

        private Content(
                @Nullable Map<String, String> flows,
                @Nullable Map<String, String> before,
                @Nullable Set<String> kept,
                @Nullable Set<String> made) {
            this.flows = new TreeMap<>(Objects.requireNonNullElse(flows, Map.of()));
            this.before = new TreeMap<>(Objects.requireNonNullElse(before, Map.of()));
            this.kept = new TreeSet<>(Objects.requireNonNullElse(kept, Set.of()));
            this.made = new TreeSet<>(Objects.requireNonNullElse(made, Set.of()));
        }
    }
}
