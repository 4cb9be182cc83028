package io.cloakroom.flow;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Where else somebody is signed in. */
public final class OtherSessions {

    private OtherSessions() {}

    /**
     * Ends every session of the account but that of this browser, and makes worthless what apps hold of them.
     *
     * @return how many there were
     */
    public static int end(AuthenticationFlowContext context, UserModel user) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        String own = context.getAuthenticationSession().getParentSession().getId();
        List<UserSessionModel> others = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(userSession -> !userSession.getId().equals(own))
                .toList();
        others.forEach(userSession -> AuthenticationManager.backchannelLogout(session, userSession, true));
        session.users().setNotBeforeForUser(realm, user, Math.toIntExact(Time.currentTimeSeconds()));
        return others.size();
    }
}
