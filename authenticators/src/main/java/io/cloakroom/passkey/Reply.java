package io.cloakroom.passkey;

import io.cloakroom.flow.PasskeyFields;
import jakarta.ws.rs.core.MultivaluedMap;
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
        return new PasskeyFields(form).hold(MADE) ? PASSKEY : NOTHING;
    }

    /** Whether the login goes on without a passkey. */
    boolean isDone() {
        return this == LATER || this == NEVER;
    }
}
