package io.cloakroom.tests.browser;

import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * The fingerprint sensor of the computer that a browser runs on. It keeps passkeys and lets its owner use them, also in a
 * field that merely suggests them: there it picks the only one it has.
 */
public final class Authenticator {

    private final VirtualAuthenticator device;

    private Authenticator(VirtualAuthenticator device) {
        this.device = device;
    }

    /** A new one that has no passkeys. It stays until the browser is closed. */
    public static Authenticator builtInto(Chromium chromium) {
        VirtualAuthenticatorOptions options = new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserConsenting(true)
                .setIsUserVerified(true);
        return new Authenticator(chromium.driver().addVirtualAuthenticator(options));
    }

    /** From now on the finger on the sensor is not the owner's, and whatever is asked for fails. */
    public void meetStranger() {
        device.setUserVerified(false);
    }

    /** From now on it is the owner's. */
    public void meetOwner() {
        device.setUserVerified(true);
    }

    /** It breaks, and a new one that knows no passkeys takes its place. */
    public void forget() {
        device.removeAllCredentials();
    }

    /** How many passkeys it keeps, for any site. */
    public int passkeys() {
        return device.getCredentials().size();
    }
}
