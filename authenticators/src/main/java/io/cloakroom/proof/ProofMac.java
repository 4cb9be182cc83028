package io.cloakroom.proof;

import io.cloakroom.flow.Address;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Binds a code to everything it is good for, under the realm's own key. Without the key the stored value tells nothing:
 * all codes of eight characters could be tried against a plain hash within minutes.
 */
final class ProofMac {

    /** Keeps this use of the key apart from every other; a signed token never starts with a NUL. */
    private static final String DOMAIN = "\0cloakroom.proof.1";

    private static final String ALGORITHM = "HmacSHA256";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final List<String> binding;

    ProofMac(AuthenticationFlowContext context, Purpose purpose) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        this.session = context.getSession();
        this.realm = context.getRealm();
        this.binding = List.of(
                DOMAIN,
                realm.getId(),
                login.getClient().getId(),
                purpose.id(),
                login.getParentSession().getId(),
                login.getTabId());
    }

    KeyWrapper newestKey() {
        return session.keys().getActiveKey(realm, KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM);
    }

    String of(KeyWrapper key, String proofId, Address address, String code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.getSecretKey());
            binding.forEach(part -> update(mac, part));
            update(mac, proofId);
            update(mac, address.canonical());
            update(mac, code);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The realm's key can't be used for " + ALGORITHM, e);
        }
    }

    /** Compares in constant time. A proof whose key the realm has since removed is never right. */
    boolean matches(PendingProof proof, String code) {
        return Optional.ofNullable(
                        session.keys().getKey(realm, proof.keyId(), KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM))
                .map(key -> of(key, proof.id(), proof.address(), code))
                .filter(mac -> MessageDigest.isEqual(
                        mac.getBytes(StandardCharsets.US_ASCII), proof.mac().getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
    }
}
