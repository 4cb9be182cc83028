package io.cloakroom.proof;

import java.util.List;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Ends a session that has come of a denied proof. A login that waited at a required action when its proof was denied, or
 * that ended in the same moment, makes its session where nothing of ours runs but this.
 */
final class DeniedSessions implements EventListenerProvider {

    private final KeycloakSession session;

    DeniedSessions(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.LOGIN && event.getSessionId() != null) {
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    endIfDenied(event.getRealmId(), event.getSessionId());
                }

                @Override
                protected void rollbackImpl() {
                    // There is no session.
                }
            });
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}

    private void endIfDenied(String realmId, String sessionId) {
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), later -> {
            RealmModel realm = later.realms().getRealm(realmId);
            if (realm == null) {
                return;
            }
            later.getContext().setRealm(realm);
            UserSessionModel userSession = later.sessions().getUserSession(realm, sessionId);
            if (userSession != null) {
                endIfDenied(later, userSession);
            }
        });
    }

    private static void endIfDenied(KeycloakSession later, UserSessionModel userSession) {
        List<String> proofs = ProvenLogin.proofs(userSession).toList();
        if (proofs.stream().anyMatch(new ProofMarks(later)::isDenied)) {
            later.sessions().removeUserSession(userSession.getRealm(), userSession);
        }
    }
}
