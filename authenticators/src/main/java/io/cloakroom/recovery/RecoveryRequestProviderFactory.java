package io.cloakroom.recovery;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers what recoveries that are under way are kept as. */
public final class RecoveryRequestProviderFactory
        implements CredentialProviderFactory<CredentialProvider<CredentialModel>> {

    @Override
    public String getId() {
        return RecoveryRequests.TYPE;
    }

    @Override
    public CredentialProvider<CredentialModel> create(KeycloakSession session) {
        return new RecoveryRequestProvider(session);
    }
}
