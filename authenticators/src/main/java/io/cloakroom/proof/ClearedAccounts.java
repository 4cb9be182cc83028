package io.cloakroom.proof;

import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Accounts from which everybody else has been put out: sessions end, and so do logins that were parked half-way and go on
 * afterwards with what they had proved before. When that was, Keycloak keeps as the account's not-before, and an
 * administrator who signs somebody out sets it as well: parked logins end then, too.
 */
public final class ClearedAccounts {

    private static final String OWN_NOTE = "cloakroom-cleared";

    private ClearedAccounts() {}

    /**
     * Puts everybody out of the account but the browser of this login.
     *
     * @return how many sessions there were
     */
    public static int clear(AuthenticationFlowContext context, UserModel user) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        int now = Math.toIntExact(Time.currentTimeSeconds());
        session.users().setNotBeforeForUser(context.getRealm(), user, now);
        login.setUserSessionNote(OWN_NOTE, Integer.toString(now));
        String own = login.getParentSession().getId();
        return AccountSessions.of(session, user)
                .end(userSession -> !userSession.getId().equals(own));
    }

    /**
     * Puts everybody out of the account.
     *
     * @return how many sessions there were
     */
    static int clear(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        session.users().setNotBeforeForUser(realm, user, Math.toIntExact(Time.currentTimeSeconds()));
        return AccountSessions.of(session, user).end(userSession -> true);
    }

    /** Whether everybody has been put out of the account after that second, in seconds since 1970. */
    public static boolean isClearedSince(KeycloakSession session, RealmModel realm, UserModel user, long second) {
        return second < session.users().getNotBeforeOfUser(realm, user);
    }

    /**
     * Whether it was from this browser that the others were put out.
     *
     * @param since the account's not-before
     * @param notes those of the browser's session
     */
    static boolean isOwn(int since, Map<String, String> notes) {
        return Integer.toString(since).equals(notes.get(OWN_NOTE));
    }
}
