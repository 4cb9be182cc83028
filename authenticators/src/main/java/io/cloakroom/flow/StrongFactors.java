package io.cloakroom.flow;

import java.util.List;
import java.util.Set;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** What is stronger than a mailbox, by Keycloak's types of credentials. */
public final class StrongFactors {

    /** What is asked for behind a first factor. */
    public static final Set<String> SECOND = Set.of(
            WebAuthnCredentialModel.TYPE_TWOFACTOR, OTPCredentialModel.TYPE, RecoveryAuthnCodesCredentialModel.TYPE);
    /** A passkey: it needs nothing beside it. */
    public static final String PASSKEY = WebAuthnCredentialModel.TYPE_PASSWORDLESS;

    private StrongFactors() {}

    /** Whether that type is one of them. */
    public static boolean isStrong(String type) {
        return SECOND.contains(type) || PASSKEY.equals(type);
    }

    /** Whether one of them is among what a login has completed. */
    public static boolean isAmong(List<String> completed) {
        return completed.stream().anyMatch(StrongFactors::isStrong);
    }

    /** Whether the account has any of them. */
    public static boolean hasAny(UserModel user) {
        return hasSecond(user) || user.credentialManager().isConfiguredFor(PASSKEY);
    }

    /** Whether the account has one that is asked for behind a first factor. */
    public static boolean hasSecond(UserModel user) {
        return SECOND.stream().anyMatch(type -> user.credentialManager().isConfiguredFor(type));
    }
}
