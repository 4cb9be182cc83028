package io.cloakroom.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Ends a session that has come of a denied proof, or of what was proved before everybody was put out of the account. A
 * login that waited at a required action meanwhile, or that ended in the same moment, makes its session where nothing of
 * ours runs but this; and what it changes in the account while it waits is undone. What changes before a denial is written
 * down for it.
 */
final class DeniedSessions implements EventListenerProvider {

    private static final Set<EventType> CHANGES = EnumSet.of(
            EventType.UPDATE_CREDENTIAL,
            EventType.REMOVE_CREDENTIAL,
            EventType.UPDATE_EMAIL,
            EventType.SEND_VERIFY_EMAIL,
            EventType.UPDATE_PROFILE,
            EventType.FEDERATED_IDENTITY_LINK);

    private final KeycloakSession session;

    DeniedSessions(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Undoes what this request has changed, if it belongs to a login with a denied proof, or with one from before
     * everybody was put out of the account.
     */
    static void undoIfDenied(KeycloakSession session) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null && (ProvenLogin.isDenied(session, login) || StaleProofs.isStale(session, login))) {
            session.getTransactionManager().setRollbackOnly();
        }
    }

    @Override
    public void onEvent(Event event) {
        if (CHANGES.contains(event.getType())) {
            undoIfDenied(session);
        }
        new ChangedAccounts(session).hear(event);
        if (event.getType() == EventType.LOGIN && event.getSessionId() != null) {
            ProvenLogin.begin(session, event.getSessionId());
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
        if (proofs.stream().anyMatch(new ProofMarks(later)::isDenied) || StaleProofs.isStale(later, userSession)) {
            later.sessions().removeUserSession(userSession.getRealm(), userSession);
        }
    }
}
