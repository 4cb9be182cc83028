package io.cloakroom.tests.keycloak;

import io.cloakroom.tests.phone.SoftPasskey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One account of each kind in a realm, at addresses of equal length, and the address of a stranger. */
public final class Accounts {

    public static final String PLAIN = "plain-ac@example.com";
    public static final String STRANGER = "stranger@example.com";
    public static final String DISABLED = "disabled@example.com";
    public static final String UNVERIFIED = "unverify@example.com";
    public static final String LOCKED = "lockedac@example.com";
    public static final String EMAIL_LESS = "no-email@example.com";
    public static final String WITH_TOTP = "withtotp@example.com";
    public static final String WITH_PASSKEY = "with-key@example.com";

    private Accounts() {}

    /** Address by kind; the stranger, who has no account, comes first. */
    public static Map<String, String> create(TestRealm realm) {
        realm.user(PLAIN);
        realm.user(DISABLED, user -> user.setEnabled(false));
        realm.user(UNVERIFIED, user -> user.setEmailVerified(false));
        realm.user(EMAIL_LESS, user -> user.setEmail(null));
        realm.user(WITH_TOTP, user -> user.setCredentials(List.of(Credentials.totp())));
        realm.user(
                WITH_PASSKEY,
                user -> user.setCredentials(List.of(SoftPasskey.create().enrolledAs("webauthn-passwordless"))));
        realm.user(LOCKED);
        Failures.of(realm, LOCKED).lock();
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("stranger", STRANGER);
        kinds.put("plain", PLAIN);
        kinds.put("disabled", DISABLED);
        kinds.put("unverified", UNVERIFIED);
        kinds.put("temporarily locked", LOCKED);
        kinds.put("email-less", EMAIL_LESS);
        kinds.put("with TOTP", WITH_TOTP);
        kinds.put("with a passkey", WITH_PASSKEY);
        return kinds;
    }
}
