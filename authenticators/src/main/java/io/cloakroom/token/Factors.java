package io.cloakroom.token;

import io.cloakroom.flow.StrongFactors;
import java.util.Collection;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Which proofs amount to two factors. A mailbox never is the second one: who holds it holds the password's reset, too
 * (NIST SP 800-63B-4, 3.1.3.1, does not take it as an authenticator).
 */
final class Factors {

    private Factors() {}

    /**
     * Whether these are two factors.
     *
     * @param proved what has been proved: types of credential as Keycloak names them, and our own words for the rest
     */
    static boolean areTwo(Collection<String> proved, RealmModel realm) {
        boolean isOneWithItsUser = proved.contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS) && provesItsUser(realm);
        boolean isOneBesideAnother = proved.stream().anyMatch(StrongFactors::isStrong)
                && proved.stream().anyMatch(what -> !StrongFactors.isStrong(what));
        return isOneWithItsUser || isOneBesideAnother;
    }

    /** A passkey is two factors where it asks for a finger, a face or a PIN, and Keycloak verifies that it did. */
    private static boolean provesItsUser(RealmModel realm) {
        return Constants.WEBAUTHN_POLICY_OPTION_REQUIRED.equals(
                realm.getWebAuthnPolicyPasswordless().getUserVerificationRequirement());
    }
}
