package io.cloakroom.mailbox;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What Keycloak's first login through an identity provider has found. */
final class BrokerNotes {

    private static final String LINKED = "cloakroom-mailbox.linked";

    private BrokerNotes() {}

    /**
     * The account that whoever is here may want to link: it has the name or the address that the provider tells. Nothing
     * where that was changed on the way: then it is only a claim. A disabled one is asked for its code like any other,
     * since whose it is has not been shown yet; Keycloak's own way to it fails there, and logs the address.
     */
    static Optional<UserModel> existingUser(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean isClaimed = isSet(login, AbstractIdentityProvider.UPDATE_PROFILE_USERNAME_CHANGED)
                || isSet(login, AbstractIdentityProvider.UPDATE_PROFILE_EMAIL_CHANGED);
        return Optional.ofNullable(login.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO))
                .filter(found -> !isClaimed)
                .map(ExistingUserInfo::deserialize)
                .map(found -> context.getSession().users().getUserById(context.getRealm(), found.getExistingUserId()));
    }

    /**
     * Whether the account was found by its address. By its name alone it may be anybody's who has taken that name at the
     * provider, and where its mailbox is would be told to them.
     */
    static boolean isFoundByAddress(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO))
                .map(ExistingUserInfo::deserialize)
                .filter(found -> UserModel.EMAIL.equals(found.getDuplicateAttributeName()))
                .isPresent();
    }

    /** What is to be linked: which provider, and what it calls whoever is here. */
    static Optional<FederatedIdentityModel> identity(AuthenticationFlowContext context) {
        return Optional.ofNullable(SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                        context.getAuthenticationSession(), AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE))
                .map(found -> new FederatedIdentityModel(
                        found.getIdentityProviderId(), found.getId(), found.getBrokerUsername()));
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
