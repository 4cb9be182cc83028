package io.cloakroom.proof;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The sessions of one account, offline access included, and their end. How many there are is up to whoever signs in to it. */
public final class AccountSessions {

    /** Apps are told of so many ended sessions; more are ended without a word, so that no flood of them holds an owner up. */
    private static final int MOST_TOLD = 50;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    private AccountSessions(KeycloakSession session, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
    }

    /** Those of that member of the session's realm. */
    public static AccountSessions of(KeycloakSession session, UserModel user) {
        return new AccountSessions(session, user);
    }

    /**
     * Ends those that are like that.
     *
     * @return how many there were
     */
    public int end(Predicate<UserSessionModel> which) {
        List<UserSessionModel> found = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(which)
                .toList();
        end(found);
        return found.size();
    }

    /** Keycloak puts a login of its own in the place of the one that is going on, and does not put that back. */
    private void end(List<UserSessionModel> found) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        ClientModel client = session.getContext().getClient();
        try {
            found.stream()
                    .limit(MOST_TOLD)
                    .forEach(other -> AuthenticationManager.backchannelLogout(session, other, true));
            found.stream().skip(MOST_TOLD).forEach(this::remove);
        } finally {
            session.getContext().setClient(client);
            session.getContext().setAuthenticationSession(login);
        }
    }

    private void remove(UserSessionModel other) {
        if (other.isOffline()) {
            session.sessions().removeOfflineUserSession(realm, other);
        } else {
            session.sessions().removeUserSession(realm, other);
        }
    }
}
