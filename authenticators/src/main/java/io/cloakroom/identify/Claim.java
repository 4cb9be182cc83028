package io.cloakroom.identify;

import io.cloakroom.flow.Switch;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.keycloak.WebAuthnConstants;

/**
 * What somebody has posted from the page.
 *
 * @param form the fields
 */
record Claim(MultivaluedMap<String, String> form) {

    static final String ADDRESS = "username";
    static final String PASSWORD = "password";

    private static final String METHOD = "method";

    /** Which way the person goes. Nothing, or nothing known, means email. */
    Method method(Switch password) {
        if (form.containsKey(WebAuthnConstants.AUTHENTICATOR_DATA)) {
            return Method.PASSKEY;
        }
        return password.isOn() && PASSWORD.equals(form.getFirst(METHOD)) ? Method.PASSWORD : Method.EMAIL;
    }

    /** The address as it was typed, or nothing. */
    String typed() {
        return text(ADDRESS);
    }

    /** The password as it was typed, or nothing. */
    String password() {
        return text(PASSWORD);
    }

    /** Hides everything: whatever logs this object logs nobody's password. */
    @Override
    public String toString() {
        return "Claim[hidden]";
    }

    private String text(String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "");
    }

    /** The ways to sign in that the page has. */
    enum Method {
        PASSKEY,
        PASSWORD,
        EMAIL
    }
}
