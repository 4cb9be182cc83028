package io.cloakroom.tests.keycloak;

import org.keycloak.representations.idm.CredentialRepresentation;

/** Credentials that an account is created with. */
public final class Credentials {

    /** The secret of {@link #totp()}, for the app on the phone. */
    public static final String TOTP_SECRET = "a-secret-of-the-tests";

    private Credentials() {}

    public static CredentialRepresentation password(String value) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(value);
        return password;
    }

    public static CredentialRepresentation totp() {
        CredentialRepresentation totp = new CredentialRepresentation();
        totp.setType("otp");
        totp.setUserLabel("Phone");
        totp.setSecretData("{\"value\":\"" + TOTP_SECRET + "\"}");
        totp.setCredentialData(
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        return totp;
    }
}
