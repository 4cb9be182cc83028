package io.cloakroom.proof;

import io.cloakroom.flow.GlobalListenerFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers what ends the sessions of denied proofs and of cleared accounts, in every realm, and what is counted of proofs. */
public final class DeniedSessionsFactory extends GlobalListenerFactory {

    /** Called by Keycloak. */
    public DeniedSessionsFactory() {
        super("cloakroom-denied-sessions");
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ProofMetrics.register();
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new DeniedSessions(session);
    }
}
