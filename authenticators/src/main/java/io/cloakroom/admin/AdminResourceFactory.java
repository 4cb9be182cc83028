package io.cloakroom.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Registers our part of Keycloak's admin API, at {@code /admin/realms/{realm}/cloakroom}. */
public final class AdminResourceFactory implements AdminRealmResourceProviderFactory {

    private NewRealms newRealms = NewRealms.OFF;

    @Override
    public String getId() {
        return "cloakroom";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new AdminRealmResourceProvider() {
            @Override
            public Object getResource(
                    KeycloakSession session,
                    RealmModel realm,
                    AdminPermissionEvaluator auth,
                    AdminEventBuilder adminEvent) {
                return new AdminResource(session, auth, adminEvent);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {
        newRealms = NewRealms.of(config.get("newRealms", "off"));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // First: a client may be bound by name to one of the flows that its realm gets.
        newRealms.register(factory);
        FlowBindings.register(factory);
    }

    @Override
    public void close() {}
}
