package io.cloakroom.recovery;

import io.cloakroom.flow.StrongFactors;
import io.cloakroom.proof.ClearedAccounts;
import java.util.Collection;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** Removes what somebody has lost from the account that they have come back into. */
final class LostFactors {

    private final AuthenticationFlowContext context;
    private final UserModel user;

    LostFactors(AuthenticationFlowContext context) {
        this.context = context;
        this.user = context.getUser();
    }

    /** The passkeys of the account. */
    List<CredentialModel> passkeys() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(StrongFactors.PASSKEY)
                .toList();
    }

    /** Removes those of the account's passkeys. Whoever has one may have signed in with it: every other session ends. */
    void removePasskeys(Collection<String> ids) {
        List<CredentialModel> lost = passkeys().stream()
                .filter(passkey -> ids.contains(passkey.getId()))
                .toList();
        lost.forEach(this::remove);
        if (!lost.isEmpty()) {
            ClearedAccounts.clear(context, user);
        }
    }

    /** Removes everything that is stronger than the mailbox, and ends every session but that of this browser. */
    void removeAll() {
        user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> StrongFactors.isStrong(credential.getType()))
                .toList()
                .forEach(this::remove);
        ClearedAccounts.clear(context, user);
    }

    private void remove(CredentialModel credential) {
        user.credentialManager().removeStoredCredentialById(credential.getId());
        new RecoveryEvents(context.getEvent(), user).removed(credential);
    }
}
