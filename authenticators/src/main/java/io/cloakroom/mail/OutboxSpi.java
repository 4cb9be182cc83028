package io.cloakroom.mail;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Registers the outbox with Keycloak, which starts it with the server and drains it at shutdown. */
public final class OutboxSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "cloakroom-outbox";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Outbox.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return OutboxFactory.class;
    }
}
