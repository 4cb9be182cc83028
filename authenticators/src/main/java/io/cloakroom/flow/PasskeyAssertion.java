package io.cloakroom.flow;

import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keycloak.WebAuthnConstants;

/** What somebody posts who signs in with a passkey: only what has the form of it is looked at further. */
public final class PasskeyAssertion {

    /** A user handle has at most 64 bytes: Web Authentication Level 3, 5.4.3. */
    private static final int LONGEST_HANDLE = 64;

    private static final List<String> FIELDS = List.of(
            WebAuthnConstants.CREDENTIAL_ID,
            WebAuthnConstants.CLIENT_DATA_JSON,
            WebAuthnConstants.AUTHENTICATOR_DATA,
            WebAuthnConstants.SIGNATURE);

    private PasskeyAssertion() {}

    /**
     * Whether the fields can be read.
     *
     * @param isNamed whether a session has named the user already: then the passkey need not
     */
    public static boolean isWellFormed(MultivaluedMap<String, String> form, boolean isNamed) {
        PasskeyFields fields = new PasskeyFields(form);
        return fields.hold(FIELDS)
                && fields.bytes(WebAuthnConstants.USER_HANDLE)
                        .filter(handle -> handle.length == 0 ? isNamed : isId(handle))
                        .isPresent();
    }

    /** Keycloak's handles are its user ids as text. */
    private static boolean isId(byte[] handle) {
        return handle.length <= LONGEST_HANDLE && Lookups.isPossible(new String(handle, StandardCharsets.UTF_8));
    }
}
