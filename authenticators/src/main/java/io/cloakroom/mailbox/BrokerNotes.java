package io.cloakroom.mailbox;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What Keycloak's first login through an identity provider has found. */
final class BrokerNotes {

    private static final String LINKED = "cloakroom-mailbox.linked";

    private BrokerNotes() {}

    /**
     * The account that whoever is here may want to link: it has the name or the address that the provider tells. Nothing
     * where that was changed on the way: then it is only a claim.
     */
    static Optional<UserModel> existingUser(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean isClaimed = isSet(login, AbstractIdentityProvider.UPDATE_PROFILE_USERNAME_CHANGED)
                || isSet(login, AbstractIdentityProvider.UPDATE_PROFILE_EMAIL_CHANGED);
        return isClaimed || login.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO) == null
                ? Optional.empty()
                : Optional.of(
                        AbstractIdpAuthenticator.getExistingUser(context.getSession(), context.getRealm(), login));
    }

    /** The account of this login was named by a provider, and confirmed by its mailbox. */
    static void linkedByMailbox(AuthenticationSessionModel login) {
        login.setAuthNote(LINKED, "true");
    }

    static boolean isLinkedByMailbox(AuthenticationSessionModel login) {
        return isSet(login, LINKED);
    }

    private static boolean isSet(AuthenticationSessionModel login, String note) {
        return Boolean.parseBoolean(login.getAuthNote(note));
    }
}
