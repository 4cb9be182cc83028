package io.cloakroom.limit;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Registers the permits with Keycloak. */
public final class PermitsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "cloakroom-permits";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Permits.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return PermitsFactory.class;
    }
}
