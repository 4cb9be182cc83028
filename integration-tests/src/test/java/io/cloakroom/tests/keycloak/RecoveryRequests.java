package io.cloakroom.tests.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Recoveries that wait: how a realm has them, and one that somebody has asked for. */
public final class RecoveryRequests {

    public static final String TYPE = "cloakroom-recovery-request";

    private RecoveryRequests() {}

    /** The waiting time is switched on in that realm. */
    public static void allow(RealmRepresentation realm) {
        realm.getAuthenticationFlows().stream()
                .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                .filter(execution -> "cloakroom-delayed-recovery".equals(execution.getAuthenticator()))
                .forEach(execution -> execution.setRequirement("REQUIRED"));
    }

    /** One that is ready after that time, or has been since. */
    public static CredentialRepresentation readyIn(Duration time) {
        return saying(String.format(
                "{\"id\":\"%s\",\"readyAt\":\"%d\"}",
                UUID.randomUUID(), Instant.now().plus(time).toEpochMilli()));
    }

    /** What an administrator has made of one. */
    public static CredentialRepresentation saying(String data) {
        CredentialRepresentation request = new CredentialRepresentation();
        request.setType(TYPE);
        request.setSecretData("{}");
        request.setCredentialData(data);
        return request;
    }
}
