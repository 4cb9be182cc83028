package io.cloakroom.token;

import io.cloakroom.flow.GlobalListenerFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** Registers what notes at sessions how forms were passed, in every realm. */
public final class FormProofsFactory extends GlobalListenerFactory {

    /** Called by Keycloak. */
    public FormProofsFactory() {
        super("cloakroom-form-proofs");
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new FormProofs(session);
    }
}
