package io.cloakroom.flow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** HMAC-SHA-256 under the key that the realm signs its own tokens with: there is no secret of ours to keep or to rotate. */
public final class RealmMac {

    private static final String ALGORITHM = "HmacSHA256";

    private final KeycloakSession session;
    private final RealmModel realm;

    /** MACs of the session's realm. */
    public RealmMac(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The id of the key that new MACs are made with. */
    public String newestKeyId() {
        return session.keys()
                .getActiveKey(realm, KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM)
                .getKid();
    }

    /**
     * The MAC over these parts, in this order, with nothing that can move from one into the next.
     *
     * @param parts the first one is a fixed word that keeps this use of the key apart from every other
     * @return nothing where the realm has since removed the key
     */
    public Optional<String> of(String keyId, List<String> parts) {
        return Optional.ofNullable(
                        session.keys().getKey(realm, keyId, KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM))
                .map(key -> of(key, parts));
    }

    /** Compares in constant time. */
    public static boolean areEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String of(KeyWrapper key, List<String> parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.getSecretKey());
            parts.forEach(part -> update(mac, part));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The realm's key can't be used for " + ALGORITHM, e);
        }
    }

    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
    }
}
