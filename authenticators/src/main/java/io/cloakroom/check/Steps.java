package io.cloakroom.check;

import io.cloakroom.flow.ProviderIds;
import java.util.Set;

/** What the steps of flows do, by their ids: a contract of the pack and of Keycloak that never changes. */
final class Steps {

    static final String DIRECT_GRANT_PASSWORD = "direct-grant-validate-password";

    static final String USER_CONFIGURED = "conditional-user-configured";
    static final String LEVEL_CONDITION = "conditional-level-of-authentication";
    static final String CREDENTIAL_CONDITION = "conditional-credential";

    /** They prove an address by mail. */
    static final Set<String> PROOFS = Set.of(ProviderIds.EMAIL_OTP, ProviderIds.MAGIC_LINK);

    /** They prove who is here by more than a mailbox. */
    static final Set<String> SECOND_FACTORS = Set.of(
            "webauthn-authenticator",
            "auth-otp-form",
            "auth-recovery-authn-code-form",
            ProviderIds.OTP_FORM,
            ProviderIds.RECOVERY_CODE_FORM);

    /** They prove who is here without a mailbox; {@link ProviderIds#IDENTIFY} does, too, where it takes a password. */
    static final Set<String> FIRST_FACTORS = Set.of(
            "auth-username-password-form",
            "auth-password-form",
            ProviderIds.USERNAME_PASSWORD_FORM,
            ProviderIds.PASSWORD_FORM,
            "auth-spnego",
            "auth-x509-client-username-form",
            "webauthn-authenticator-passwordless");

    /** They answer members otherwise than strangers. */
    static final Set<String> TELLTALES = Set.of(
            "auth-username-form",
            "auth-username-password-form",
            "organization",
            "registration-user-creation",
            "reset-credentials-choose-user",
            "reset-credential-email");

    /** They look an account up by its name, and by its address where the realm lets them. */
    static final Set<String> BY_NAME_OR_ADDRESS = Set.of(
            "auth-username-form",
            "auth-username-password-form",
            "reset-credentials-choose-user",
            ProviderIds.USERNAME_PASSWORD_FORM,
            ProviderIds.RESET_CHOOSE_USER);

    private Steps() {}

    /** Whether the pack brought it. */
    static boolean isOurs(Node node) {
        return node.name().startsWith(ProviderIds.PREFIX) && node.kind() != Node.Kind.FLOW;
    }

    static boolean isProof(Node node) {
        return PROOFS.contains(node.name());
    }

    /** The place it has in its flow; a link alone knows one only. */
    static String role(Node proof) {
        return proof.name().equals(ProviderIds.MAGIC_LINK) ? "first" : proof.setting("role");
    }
}
