package io.cloakroom.flow;

/** The keys of what the pack's steps add to Keycloak's events, beside {@link org.keycloak.events.Details}. */
public final class EventDetails {

    /** How somebody proved to be who they say: a fixed word. */
    public static final String METHOD = "cloakroom_method";

    /** What the proof was for: a fixed word. */
    public static final String PURPOSE = "cloakroom_purpose";

    /** Why something was refused, changed or removed: a fixed word. */
    public static final String REASON = "cloakroom_reason";

    /** How many sessions were ended by it. */
    public static final String SESSIONS = "cloakroom_sessions";

    /** What became of a link that was not opened by the browser that asked for it: a fixed word. */
    public static final String LINK = "cloakroom_link";

    /** What happened to a recovery that waits: a fixed word. */
    public static final String RECOVERY = "cloakroom_recovery";

    /** Which recovery it was. */
    public static final String RECOVERY_ID = "cloakroom_recovery_id";

    /** When the recovery can be completed: ISO 8601, UTC. */
    public static final String READY_AT = "cloakroom_ready_at";

    /** When the recovery can be completed no longer: ISO 8601, UTC. */
    public static final String EXPIRES_AT = "cloakroom_expires_at";

    private EventDetails() {}
}
