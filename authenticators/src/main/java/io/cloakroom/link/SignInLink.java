package io.cloakroom.link;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in link says. It is signed, not secret: it names the proof, and holds nothing that another request could be
 * fooled with (no state, no nonce, no challenge, no address).
 *
 * @param proofId the proof that it spends
 * @param userId whom it signs in
 * @param clientId the app's id in the realm
 * @param expiresAt when the proof is worth nothing
 * @param asked the circumstances in which it was asked for
 * @param destination where it leads in a browser that did not ask for it
 */
public record SignInLink(
        String proofId, String userId, String clientId, Instant expiresAt, Asked asked, Destination destination) {

    /** Hides everything: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "SignInLink[hidden]";
    }

    /**
     * Who asked, as the page behind the link tells it.
     *
     * @param at when
     * @param browser what kind of browser, or empty
     * @param tabId the tab of the login that asked, or empty where none did
     */
    public record Asked(Instant at, String browser, String tabId) {

        /** Whether no browser asked at all: an administrator made the link. */
        public boolean isInvitation() {
            return tabId.isEmpty();
        }
    }

    /**
     * Where the link leads in another browser.
     *
     * @param mayConfirm whether that browser may be signed in
     * @param code what its page shows where it may not, or null
     * @param redirectUri where to go afterwards, or null for the app's home
     * @param actions required actions that this one sign-in asks for
     */
    public record Destination(
            boolean mayConfirm,
            @Nullable String code,
            @Nullable String redirectUri,
            Set<String> actions) {}

    /**
     * A link that was signed, with the address it was sent to sealed in.
     *
     * @param link what it says
     * @param keyId the key of the seal
     * @param seal the sealed address, or empty where it was sent to none
     */
    record Sealed(SignInLink link, String keyId, String seal) {}
}
