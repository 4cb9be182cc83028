package io.cloakroom.proof;

import io.cloakroom.flow.ProviderIds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/**
 * Writes down at the account what a login or a session changes there that stands on a proof. By "this was not me" the
 * session ends; a passkey that was added in it would stay.
 */
final class ChangedAccounts {

    /** An account has one of each: a new one takes the place of another. */
    private static final Set<String> ONE_OF_EACH =
            Set.of(PasswordCredentialModel.TYPE, RecoveryAuthnCodesCredentialModel.TYPE);

    private final KeycloakSession session;

    ChangedAccounts(KeycloakSession session) {
        this.session = session;
    }

    void hear(Event event) {
        if (event.getError() == null && event.getUserId() != null) {
            switch (event.getType()) {
                case UPDATE_CREDENTIAL, REMOVE_CREDENTIAL, SEND_VERIFY_EMAIL -> write(event);
                case UPDATE_EMAIL, UPDATE_PROFILE -> write(event);
                default -> {
                    // Nothing that outlives the session.
                }
            }
        }
    }

    private void write(Event event) {
        List<String> proofs = ProvenLogin.proofs(session, event.getSessionId());
        UserModel user = proofs.isEmpty()
                ? null
                : session.users().getUserById(session.getContext().getRealm(), event.getUserId());
        if (user != null) {
            changes(user, event).forEach(change -> write(user, proofs, change));
        }
    }

    private static Stream<AccountChange> changes(UserModel user, Event event) {
        Map<String, String> details = Objects.requireNonNullElse(event.getDetails(), Map.of());
        String type = details.getOrDefault(Details.CREDENTIAL_TYPE, "");
        return switch (event.getType()) {
            case UPDATE_CREDENTIAL -> credential(user, type);
            case REMOVE_CREDENTIAL -> isOurs(type) ? Stream.empty() : Stream.of(AccountChange.other());
            case SEND_VERIFY_EMAIL -> address(user, details.getOrDefault(Details.EMAIL, ""));
            default -> Stream.of(AccountChange.other());
        };
    }

    private static Stream<AccountChange> credential(UserModel user, String type) {
        if (isOurs(type)) {
            return Stream.empty();
        }
        Stream<AccountChange> added = AccountChange.ofCredential(user, type);
        return ONE_OF_EACH.contains(type) ? Stream.concat(added, Stream.of(AccountChange.other())) : added;
    }

    /** The address that the account has can be asked about, too. */
    private static Stream<AccountChange> address(UserModel user, String asked) {
        return asked.isEmpty() || asked.equalsIgnoreCase(user.getEmail())
                ? Stream.empty()
                : Stream.of(AccountChange.ofAddress(asked));
    }

    private static void write(UserModel user, List<String> proofs, AccountChange change) {
        ProofTraces.ofChanges(user)
                .add(
                        proofs,
                        change.words(),
                        words -> AccountChange.parse(words)
                                .filter(other -> other.stands(user))
                                .isPresent());
    }

    /** What is ours among the credentials signs nobody in. */
    private static boolean isOurs(String credentialType) {
        return credentialType.startsWith(ProviderIds.PREFIX);
    }
}
