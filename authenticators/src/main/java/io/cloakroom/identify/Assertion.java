package io.cloakroom.identify;

import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.WebAuthnConstants;

/** What a browser sends of a passkey. Anybody can post anything: only what has the form of it is looked at further. */
final class Assertion {

    /** A user handle has at most 64 bytes: Web Authentication Level 3, 5.4.3. */
    private static final int LONGEST_HANDLE = 64;

    private static final List<String> FIELDS = List.of(
            WebAuthnConstants.CREDENTIAL_ID,
            WebAuthnConstants.CLIENT_DATA_JSON,
            WebAuthnConstants.AUTHENTICATOR_DATA,
            WebAuthnConstants.SIGNATURE);

    private Assertion() {}

    /**
     * Whether the fields can be read.
     *
     * @param isNamed whether a session has named the user already: then the passkey need not
     */
    static boolean isWellFormed(MultivaluedMap<String, String> form, boolean isNamed) {
        return isBlank(form.getFirst(WebAuthnConstants.ERROR))
                && FIELDS.stream()
                        .allMatch(field -> decode(form.getFirst(field))
                                .filter(bytes -> bytes.length > 0)
                                .isPresent())
                && decode(form.getFirst(WebAuthnConstants.USER_HANDLE))
                        .filter(handle -> handle.length == 0 ? isNamed : isId(handle))
                        .isPresent();
    }

    /** A browser's own words would go to the log as they are. Our page posts none. */
    private static boolean isBlank(@Nullable String error) {
        return error == null || error.isBlank();
    }

    /** Keycloak's handles are its user ids as text. */
    private static boolean isId(byte[] handle) {
        return handle.length <= LONGEST_HANDLE
                && new String(handle, StandardCharsets.UTF_8).chars().noneMatch(Character::isISOControl);
    }

    private static Optional<byte[]> decode(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Base64.getUrlDecoder()::decode);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
