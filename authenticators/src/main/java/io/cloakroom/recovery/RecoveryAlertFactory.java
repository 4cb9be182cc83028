package io.cloakroom.recovery;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers what tells signed-in owners of a recovery. It comes by itself; no administrator need assign it. */
public final class RecoveryAlertFactory implements RequiredActionFactory {

    /** The required action's id in realms. */
    public static final String PROVIDER_ID = "cloakroom-recovery-alert";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new RecoveryAlert();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Cloakroom: tell of a recovery";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
