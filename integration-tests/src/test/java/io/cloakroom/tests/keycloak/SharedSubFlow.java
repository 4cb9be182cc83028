package io.cloakroom.tests.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.representations.idm.AuthenticationExecutionRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;

/** A sub-flow that stands in two flows, which Keycloak's admin API allows and its console never makes. */
public final class SharedSubFlow {

    private SharedSubFlow() {}

    /** Puts that sub-flow of {@code cloakroom browser} into a new flow as well. */
    public static void put(TestRealm realm, String subFlow, String into) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(into);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        require(realm.admin().flows().createFlow(flow));
        AuthenticationExecutionRepresentation execution = new AuthenticationExecutionRepresentation();
        execution.setParentFlow(realm.flowId(into));
        execution.setFlowId(realm.execution("cloakroom browser", subFlow).getFlowId());
        execution.setAuthenticatorFlow(true);
        execution.setRequirement("REQUIRED");
        require(realm.admin().flows().addExecution(execution));
    }

    private static void require(Response answer) {
        try (answer) {
            if (answer.getStatus() != 201) {
                throw new IllegalStateException(answer.readEntity(String.class));
            }
        }
    }
}
