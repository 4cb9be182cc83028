package io.cloakroom.recovery;

import io.cloakroom.flow.ProviderIds;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers what tells signed-in owners of a recovery. It comes by itself; no administrator need assign it. */
public final class RecoveryAlertFactory implements RequiredActionFactory {

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new RecoveryAlert();
    }

    @Override
    public String getId() {
        return ProviderIds.RECOVERY_ALERT;
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
