package io.cloakroom.proof;

import io.cloakroom.flow.EventDetails;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What somebody has changed at an account by a proof that its owner denies. */
public final class DeniedChanges {

    private final KeycloakSession session;
    private final UserModel user;
    private final String proofId;

    /** Of one account and one proof. */
    public DeniedChanges(KeycloakSession session, UserModel user, String proofId) {
        this.session = session;
        this.user = user;
        this.proofId = proofId;
    }

    /**
     * Takes from the account what was added to it. If there was a way to sign in, everybody is put out: it may have been used.
     *
     * @return whether the account is as it was before, and how many sessions have ended
     */
    public Outcome undo() {
        List<AccountChange> changes = standing();
        boolean isWhole =
                changes.stream().filter(change -> !undo(change)).toList().isEmpty();
        boolean hasRemoved = changes.stream().anyMatch(change -> change.kind() == AccountChange.Kind.CREDENTIAL);
        return new Outcome(isWhole, hasRemoved ? ClearedAccounts.clear(session, user) : 0);
    }

    /** Leaves everything as it is, for good: who signs in by it from now on does not stand on what has been denied. */
    public Outcome leave() {
        boolean isWhole = standing().isEmpty();
        ProofTraces traces = ProofTraces.ofChanges(user);
        traces.forget(proofId);
        if (!isWhole) {
            traces.add(List.of(proofId), AccountChange.other().words(), words -> true);
        }
        return new Outcome(isWhole, 0);
    }

    private List<AccountChange> standing() {
        return ProofTraces.ofChanges(user).of(proofId).stream()
                .flatMap(words -> AccountChange.parse(words).stream())
                .filter(change -> change.stands(user))
                .toList();
    }

    private boolean undo(AccountChange change) {
        return switch (change.kind()) {
            case CREDENTIAL -> remove(change);
            case ADDRESS -> cancel(change);
            case OTHER -> false;
        };
    }

    private boolean remove(AccountChange change) {
        change.credential(user).ifPresent(credential -> {
            user.credentialManager().removeStoredCredentialById(credential.getId());
            tell(credential);
        });
        return true;
    }

    private void tell(CredentialModel credential) {
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.REMOVE_CREDENTIAL)
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, credential.getType())
                .detail(EventDetails.REASON, "denied")
                .success();
    }

    /** Without what is pending the link in the other mailbox changes nothing. */
    private boolean cancel(AccountChange change) {
        boolean isPending = change.isPending(user);
        if (isPending) {
            user.removeAttribute(UserModel.EMAIL_PENDING);
            user.removeRequiredAction(UserModel.RequiredAction.UPDATE_EMAIL);
        }
        return isPending;
    }

    /**
     * What has become of the account.
     *
     * @param isWhole whether it is as it was before
     * @param ended how many sessions have ended
     */
    public record Outcome(boolean isWhole, int ended) {}
}
