package io.cloakroom.notice;

import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** What is stronger than a mailbox, and how a mail calls it. */
enum Factor {
    PASSKEY(WebAuthnCredentialModel.TYPE_PASSWORDLESS, "cloakroomFactorPasskey"),
    SECURITY_KEY(WebAuthnCredentialModel.TYPE_TWOFACTOR, "cloakroomFactorSecurityKey"),
    TOTP(OTPCredentialModel.TYPE, "cloakroomFactorTotp"),
    RECOVERY_CODES(RecoveryAuthnCodesCredentialModel.TYPE, "cloakroomFactorRecoveryCodes");

    private final String type;
    private final String label;

    Factor(String type, String label) {
        this.type = type;
        this.label = label;
    }

    static Optional<Factor> ofType(String type) {
        return Arrays.stream(values())
                .filter(factor -> factor.type.equals(type))
                .findFirst();
    }

    /** The key of its name. */
    String label() {
        return label;
    }
}
