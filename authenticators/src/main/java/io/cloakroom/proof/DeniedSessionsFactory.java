package io.cloakroom.proof;

import io.cloakroom.flow.GlobalListenerFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** Registers what ends the sessions of denied proofs and of cleared accounts, in every realm. */
public final class DeniedSessionsFactory extends GlobalListenerFactory {

    /** Called by Keycloak. */
    public DeniedSessionsFactory() {
        super("cloakroom-denied-sessions");
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new DeniedSessions(session);
    }
}
