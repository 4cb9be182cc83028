package io.cloakroom.recovery;

import io.cloakroom.proof.ProofDenied;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The owner has stopped a recovery from the mail about it. */
final class StoppedByMail {

    private StoppedByMail() {}

    static void hear(ProofDenied denied) {
        KeycloakSession session = denied.session();
        RealmModel realm = session.getContext().getRealm();
        UserModel user = denied.userId() == null ? null : session.users().getUserById(realm, denied.userId());
        if (user == null) {
            return;
        }
        RecoveryRequests requests = new RecoveryRequests(session, user);
        requests.stored(denied.proofId()).ifPresent(request -> {
            // The denial has spent it already.
            requests.clear();
            EventBuilder event =
                    new EventBuilder(realm, session, session.getContext().getConnection());
            new RecoveryEvents(event, user).stopped(request);
        });
    }
}
