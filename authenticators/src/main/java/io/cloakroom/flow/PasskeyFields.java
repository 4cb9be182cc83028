package io.cloakroom.flow;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.WebAuthnConstants;

/** What a browser posts of a passkey. Anybody can post anything: only what can be read is handed to Keycloak. */
public final class PasskeyFields {

    private final MultivaluedMap<String, String> form;

    /** The fields of that form. */
    public PasskeyFields(MultivaluedMap<String, String> form) {
        this.form = form;
    }

    /** Whether each of the fields is there and can be read, and the browser has not said that something went wrong. */
    public boolean hold(List<String> names) {
        return isWithoutError()
                && names.stream()
                        .allMatch(name ->
                                bytes(name).filter(bytes -> bytes.length > 0).isPresent());
    }

    /** What the field holds, or nothing where it is missing or can't be read. */
    public Optional<byte[]> bytes(String name) {
        try {
            return Optional.ofNullable(form.getFirst(name)).map(Base64.getUrlDecoder()::decode);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A browser's own words would go to the log as they are. Our pages post none. */
    private boolean isWithoutError() {
        @Nullable String error = form.getFirst(WebAuthnConstants.ERROR);
        return error == null || error.isBlank();
    }
}
