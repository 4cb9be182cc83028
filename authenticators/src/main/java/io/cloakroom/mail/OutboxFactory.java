package io.cloakroom.mail;

import org.keycloak.provider.ProviderFactory;

/** Makes the outbox of a session; owns what must live as long as the server. */
public interface OutboxFactory extends ProviderFactory<Outbox> {}
