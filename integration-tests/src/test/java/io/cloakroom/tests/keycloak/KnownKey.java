package io.cloakroom.tests.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A realm's own HMAC key, known to a test that needs links which the realm has signed long ago. */
public final class KnownKey {

    private static final String ID = "known-to-the-tests";
    private static final byte[] SECRET =
            "a secret of the tests, which is as long as keycloak wants it: 64".getBytes(StandardCharsets.US_ASCII);
    private static final String ALGORITHM = "HmacSHA512";

    private KnownKey() {}

    /** From now on that realm signs with it. */
    public static void install(TestRealm realm) {
        realm.rotateHmacKey(ID, encode(SECRET), SECRET.length);
    }

    /** A key of a link, that says something else, as if the realm had signed it. */
    public static String changed(String link, UnaryOperator<String> change) {
        String claims = new String(Base64.getUrlDecoder().decode(link.split("\\.", 3)[1]), StandardCharsets.UTF_8);
        String header = "{\"alg\":\"HS512\",\"typ\":\"JWT\",\"kid\":\"" + ID + "\"}";
        String signed = encode(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + encode(change.apply(claims).getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(mac(signed));
    }

    private static byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SECRET, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
