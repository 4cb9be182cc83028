package io.cloakroom.limit;

import org.keycloak.provider.ProviderFactory;

/** Makes the permits of a session; owns what each node remembers of refusals. */
public interface PermitsFactory extends ProviderFactory<Permits> {}
