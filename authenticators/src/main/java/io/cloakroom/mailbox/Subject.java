package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.BruteForce;
import io.cloakroom.flow.ClaimedAddress;
import io.cloakroom.link.OpenedLink;
import io.cloakroom.proof.AddressOwner;
import io.cloakroom.proof.Verdict.Reason;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Whom the step asks, and whether it has to. A user that is merely set proves nothing (Keycloak sets one on
 * re-authentication); only the credentials that this login has completed count.
 */
final class Subject {

    private static final Logger LOG = Logger.getLogger(Subject.class);

    /** The category under which Keycloak's brute-force detection knows one-time codes. */
    private static final String SECOND = OTPCredentialModel.TYPE;

    private final AuthenticationFlowContext context;
    private final Role role;
    private final List<String> completed;

    private Subject(AuthenticationFlowContext context, Role role) {
        this.context = context;
        this.role = role;
        this.completed = AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession());
    }

    static Subject of(AuthenticationFlowContext context, Role role) {
        return new Subject(context, role);
    }

    Role role() {
        return role;
    }

    /** Whether a passkey or a password has said already who is here. The second factor always asks. */
    boolean isProvenAlready() {
        return role == Role.FIRST
                && context.getUser() != null
                && (completed.contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                        || completed.contains(PasswordCredentialModel.TYPE));
    }

    /** Where the code goes: the claimed address, or that of the user whom another factor has proved. */
    Optional<Address> address() {
        return role.isClaimed()
                ? ClaimedAddress.in(context.getAuthenticationSession())
                : named().map(UserModel::getEmail).flatMap(Address::parse);
    }

    /** Whom the mail is for, or null where only the address says so. */
    @Nullable
    String userId() {
        return role.isClaimed() ? null : named().map(UserModel::getId).orElse(null);
    }

    /** Whom another factor of this login, or an identity provider, has named. */
    private Optional<UserModel> named() {
        return switch (role) {
            case SECOND -> isNamedByAnotherFactor() ? Optional.of(context.getUser()) : Optional.empty();
            case IDENTITY_PROVIDER -> BrokerNotes.existingUser(context);
            case FIRST, SIGN_UP, RECOVERY -> Optional.empty();
        };
    }

    /** Nobody to ask: lets the flow look for another way, and tells the operator where the flow can't be meant so. */
    void giveUp() {
        switch (role) {
            case FIRST -> misplaced("put cloakroom-identify before it, or set its role");
            case SIGN_UP -> misplaced("in the role sign-up it needs cloakroom-sign-up before it");
            case RECOVERY -> misplaced("in the role recovery it needs cloakroom-recovery before it");
            case SECOND -> {
                if (!isNamedByAnotherFactor()) {
                    misplaced("in the role second it needs a step before it that proves the user by something other"
                            + " than email");
                }
            }
            case IDENTITY_PROVIDER -> {
                // There is no account to link, or only a claimed one: the flow has other ways for that.
            }
        }
        context.attempted();
    }

    /** Whose proof a right code is: the account that has the address now, or the user another factor has proved. */
    Optional<UserModel> owner(Address address) {
        return role.isClaimed() ? AddressOwner.find(context.getSession(), context.getRealm(), address) : named();
    }

    /** Whose proof an opened link is: the account that it was mailed to, if it still has the address. */
    Optional<UserModel> owner(OpenedLink opened) {
        return Optional.ofNullable(context.getSession().users().getUserById(context.getRealm(), opened.userId()))
                .filter(user -> opened.address() == null || AddressOwner.hasAddress(user, opened.address()));
    }

    /** A wrong second factor is a failure of the account that the realm counts; as the first it is anybody's. */
    void failed(Reason reason) {
        if (role == Role.SECOND && reason == Reason.WRONG) {
            BruteForce.failed(context, context.getUser(), SECOND);
        }
    }

    /** Clears what the realm has counted against the second factor. */
    void succeeded() {
        if (role == Role.SECOND) {
            BruteForce.succeeded(context, context.getUser(), SECOND);
        }
    }

    private boolean isNamedByAnotherFactor() {
        return context.getUser() != null && completed.stream().anyMatch(credential -> !Method.isCredential(credential));
    }

    private void misplaced(String remedy) {
        LOG.errorf(
                "Realm '%s', step '%s' stands in the wrong place: %s.",
                context.getRealm().getName(), context.getExecution().getAuthenticator(), remedy);
    }
}
