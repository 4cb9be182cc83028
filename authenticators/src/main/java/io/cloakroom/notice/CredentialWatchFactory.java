package io.cloakroom.notice;

import io.cloakroom.flow.GlobalListenerFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** Registers what tells members of their strong factors, their address and their recoveries, in every realm. */
public final class CredentialWatchFactory extends GlobalListenerFactory {

    /** Called by Keycloak. */
    public CredentialWatchFactory() {
        super("cloakroom-credential-watch");
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new CredentialWatch(session);
    }
}
