package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.AddressOwner;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/** Records that the account's mailbox has been proved. */
final class ProvenAddress {

    private final AuthenticationFlowContext context;
    private final UserModel user;

    ProvenAddress(AuthenticationFlowContext context, UserModel user) {
        this.context = context;
        this.user = user;
    }

    /** Marks the address verified, if it still is the account's and the account can be written. */
    void mark(Address proven, UnverifiedAccount unverified) {
        if (user.isEmailVerified() || !AddressOwner.hasAddress(user, proven)) {
            return;
        }
        if (unverified == UnverifiedAccount.CLEAR) {
            new Squatting(context, user).end();
        }
        try {
            user.setEmailVerified(true);
            user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        } catch (ReadOnlyException e) {
            // A read-only user store keeps its own word on this; the login does not depend on it.
            return;
        }
        context.getEvent()
                .clone()
                .event(EventType.VERIFY_EMAIL)
                .user(user)
                .detail(Details.EMAIL, user.getEmail())
                .success();
    }
}
