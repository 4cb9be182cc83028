package io.cloakroom.recovery;

import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Which recovery somebody has been told of, in this login or in the session that it goes on with. */
final class AlertNotes {

    private static final String NOTE = "cloakroom-recovery.told";

    private AlertNotes() {}

    static void told(RequiredActionContext context, RecoveryRequest request) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.setAuthNote(NOTE, request.id());
        login.setUserSessionNote(NOTE, request.id());
    }

    static boolean isTold(RequiredActionContext context, RecoveryRequest request) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        UserSessionModel userSession = context.getSession()
                .sessions()
                .getUserSession(context.getRealm(), login.getParentSession().getId());
        return request.id().equals(login.getAuthNote(NOTE))
                || Optional.ofNullable(userSession)
                        .map(known -> known.getNote(NOTE))
                        .filter(request.id()::equals)
                        .isPresent();
    }
}
