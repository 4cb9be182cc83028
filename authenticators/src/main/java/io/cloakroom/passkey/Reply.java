package io.cloakroom.passkey;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Base64;
import java.util.List;
import org.keycloak.WebAuthnConstants;

/** What somebody answers to the offer. */
enum Reply {
    /** Not now. */
    LATER,
    /** Not ever. */
    NEVER,
    /** A passkey that the browser has made. */
    PASSKEY,
    /** Nothing that leads on: the browser's prompt was cancelled, or it has none. */
    NOTHING;

    private static final List<String> MADE =
            List.of(WebAuthnConstants.CLIENT_DATA_JSON, WebAuthnConstants.ATTESTATION_OBJECT);

    static Reply of(MultivaluedMap<String, String> form) {
        if (form.containsKey("later")) {
            return LATER;
        }
        if (form.containsKey("never")) {
            return NEVER;
        }
        String error = form.getFirst(WebAuthnConstants.ERROR);
        boolean isMade = MADE.stream().allMatch(field -> isReadable(form, field));
        return isMade && (error == null || error.isBlank()) ? PASSKEY : NOTHING;
    }

    /** Whether the login goes on without a passkey. */
    boolean isDone() {
        return this == LATER || this == NEVER;
    }

    private static boolean isReadable(MultivaluedMap<String, String> form, String field) {
        String text = form.getFirst(field);
        try {
            return text != null && Base64.getUrlDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
