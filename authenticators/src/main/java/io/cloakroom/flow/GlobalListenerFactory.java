package io.cloakroom.flow;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSessionFactory;

/** What every factory of a listener answers that hears the events of all realms: there is nothing to switch on. */
public abstract class GlobalListenerFactory implements EventListenerProviderFactory {

    private final String id;

    /** Listeners are made by Keycloak through their public factories only. */
    protected GlobalListenerFactory(String id) {
        this.id = id;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final boolean isGlobal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
