package io.cloakroom.mailbox;

import io.cloakroom.flow.EventDetails;
import io.cloakroom.proof.ClearedAccounts;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Takes from an account whatever somebody could have left there to get in by, who never proved its address. */
final class Squatting {

    private static final String UNVERIFIED = "unverified";

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    Squatting(AuthenticationFlowContext context, UserModel user) {
        this.context = context;
        this.session = context.getSession();
        this.realm = context.getRealm();
        this.user = user;
    }

    void end() {
        if (user.getFederationLink() != null) {
            // The directory says whose address it is, and its passwords are not ours to remove.
            return;
        }
        user.credentialManager().getStoredCredentialsStream().toList().forEach(this::remove);
        session.users().getFederatedIdentitiesStream(realm, user).toList().forEach(this::remove);
        user.removeAttribute(UserModel.EMAIL_PENDING);
        user.removeRequiredAction(UserModel.RequiredAction.UPDATE_EMAIL);
        int ended = ClearedAccounts.clear(context, user);
        if (ended > 0) {
            event(EventType.LOGOUT)
                    .detail(EventDetails.SESSIONS, Integer.toString(ended))
                    .success();
        }
    }

    private void remove(CredentialModel credential) {
        user.credentialManager().removeStoredCredentialById(credential.getId());
        event(EventType.REMOVE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, credential.getType())
                .success();
    }

    private void remove(FederatedIdentityModel link) {
        session.users().removeFederatedIdentity(realm, user, link.getIdentityProvider());
        event(EventType.REMOVE_FEDERATED_IDENTITY)
                .detail(Details.IDENTITY_PROVIDER, link.getIdentityProvider())
                .success();
    }

    private EventBuilder event(EventType type) {
        return context.getEvent().clone().event(type).user(user).detail(EventDetails.REASON, UNVERIFIED);
    }
}
