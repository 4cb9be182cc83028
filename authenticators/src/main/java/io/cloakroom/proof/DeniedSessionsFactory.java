package io.cloakroom.proof;

import io.cloakroom.flow.GlobalListenerFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;

/** Registers what ends the sessions of denied proofs and of cleared accounts, in every realm, and what is counted of proofs. */
public final class DeniedSessionsFactory extends GlobalListenerFactory {

    /** Called by Keycloak. */
    public DeniedSessionsFactory() {
        super("cloakroom-denied-sessions");
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ProofMetrics.register();
        // A link may come without an event of its own, and after that of a removal there is no account to look at.
        factory.register(event -> {
            if (event instanceof FederatedIdentityModel.FederatedIdentityCreatedEvent linked) {
                DeniedSessions.undoIfDenied(linked.getKeycloakSession());
            } else if (event instanceof UserModel.UserPreRemovedEvent removed) {
                DeniedSessions.undoIfDenied(removed.getKeycloakSession());
            }
        });
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new DeniedSessions(session);
    }
}
