package io.cloakroom.flow;

import java.util.Map;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What our steps have really proved in the logins of a session. Keycloak notes only that a step was passed, and a step of
 * ours may prove one of several things, or let somebody pass whom another one has proved. What counts is a step's last
 * run, as it does for Keycloak's own note.
 */
public enum StepProofs {
    /** The address step: a passkey or a password, by the type of the credential; nothing where it took a mere address. */
    IDENTIFY("cloakroom-identified-by"),
    /** The mailbox steps: how the proof was given; nothing where none was asked for. */
    MAILBOX("cloakroom-method"),
    /** Keycloak's forms for a password and their guarded twins: a passkey where that was given instead, else nothing. */
    FORM("cloakroom-form");

    private final String note;

    StepProofs(String note) {
        this.note = note;
    }

    /** The step has proved this. */
    public void proved(AuthenticationSessionModel login, String what) {
        login.setUserSessionNote(note, what);
    }

    /** The same of a step that notes nothing itself, once the login has become a session. */
    public void proved(UserSessionModel userSession, String what) {
        userSession.setNote(note, what);
    }

    /** The step was passed without a proof of its own. */
    public void provedNothing(AuthenticationSessionModel login) {
        login.setUserSessionNote(note, "");
    }

    /** What it has proved at its last run, or empty text. */
    public String in(UserSessionModel userSession) {
        return in(userSession.getNotes());
    }

    /** The same by the notes of a session, or of a login for its session. */
    public String in(Map<String, String> sessionNotes) {
        return sessionNotes.getOrDefault(note, "");
    }
}
