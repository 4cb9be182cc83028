package io.cloakroom.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;

/**
 * Whoever gets the mail, as the mail templates see them: a copy of a member, or a stranger who has nothing but an
 * address. A copy, so that no database connection is held while a mail server takes its time.
 */
final class Recipient extends AbstractInMemoryUserAdapter {

    Recipient(KeycloakSession session, RealmModel realm, Map<String, List<String>> attributes) {
        super(session, realm, "");
        // The adapter changes the lists it is given.
        attributes.forEach((name, values) -> setAttribute(name, new ArrayList<>(values)));
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        throw new UnsupportedOperationException("A recipient of mail has no credentials");
    }
}
