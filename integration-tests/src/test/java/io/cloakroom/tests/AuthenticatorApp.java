package io.cloakroom.tests;

import com.bastiaanjansen.otp.TOTPGenerator;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base32;

/** The TOTP app on somebody's phone. */
final class AuthenticatorApp {

    /** The one that the shipped realm enrolled for tom@example.com. */
    static final AuthenticatorApp TOMS = new AuthenticatorApp("cloakroom-demo-secret");

    private final TOTPGenerator generator;

    AuthenticatorApp(String secret) {
        byte[] key = new Base32().encode(secret.getBytes(StandardCharsets.UTF_8));
        this.generator = new TOTPGenerator.Builder(key).build();
    }

    String code() {
        return generator.now();
    }
}
