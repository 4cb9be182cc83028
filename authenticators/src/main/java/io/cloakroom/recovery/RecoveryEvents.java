package io.cloakroom.recovery;

import io.cloakroom.flow.EventDetails;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** What the operator, and by mail the owner, is told of a recovery. */
final class RecoveryEvents {

    private final EventBuilder event;
    private final UserModel user;

    RecoveryEvents(EventBuilder event, UserModel user) {
        this.event = event;
        this.user = user;
    }

    void started(RecoveryRequest request) {
        about(EventType.UPDATE_CREDENTIAL, request, "started")
                .detail(EventDetails.READY_AT, request.readyAt().toString())
                .detail(EventDetails.EXPIRES_AT, request.expiresAt().toString())
                .success();
    }

    void stopped(RecoveryRequest request) {
        about(EventType.REMOVE_CREDENTIAL, request, "stopped").success();
    }

    void completed(RecoveryRequest request) {
        about(EventType.REMOVE_CREDENTIAL, request, "completed").success();
    }

    void removed(CredentialModel credential) {
        of(EventType.REMOVE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, credential.getType())
                .detail(EventDetails.REASON, "recovery")
                .success();
    }

    /** Somebody is back in the account. */
    void recovered() {
        of(EventType.RESET_PASSWORD).detail(EventDetails.RECOVERY, "recovered").success();
    }

    private EventBuilder about(EventType type, RecoveryRequest request, String what) {
        return of(type).detail(Details.CREDENTIAL_TYPE, RecoveryRequests.TYPE)
                .detail(EventDetails.RECOVERY, what)
                .detail(EventDetails.RECOVERY_ID, request.id());
    }

    private EventBuilder of(EventType type) {
        return event.clone().event(type).user(user);
    }
}
