package io.cloakroom.tests.phone;

import com.bastiaanjansen.otp.TOTPGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;

/** The TOTP app on somebody's phone. */
public final class AuthenticatorApp {

    private final byte[] key;

    private AuthenticatorApp(String secret) {
        this.key = new Base32().encode(secret.getBytes(StandardCharsets.UTF_8));
    }

    public static AuthenticatorApp with(String secret) {
        return new AuthenticatorApp(secret);
    }

    /** The one that the shipped realm enrolled for tom@example.com. */
    public static AuthenticatorApp ofTom() {
        return with("cloakroom-demo-secret");
    }

    public String code() {
        return new TOTPGenerator.Builder(key).build().now();
    }

    /** The same on a phone whose clock is wrong by so much. */
    public String codeWithClockOffBy(Duration drift) {
        return new TOTPGenerator.Builder(key).build().at(Instant.now().plus(drift));
    }

    /** What a person types into a real app to enrol it. */
    public String setupKey() {
        return new String(key, StandardCharsets.US_ASCII).replace("=", "");
    }
}
