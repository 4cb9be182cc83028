package io.cloakroom.proof;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers what ends the sessions of denied proofs, in every realm: there is nothing to switch on. */
public final class DeniedSessionsFactory implements EventListenerProviderFactory {

    @Override
    public String getId() {
        return "cloakroom-denied-sessions";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new DeniedSessions(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
