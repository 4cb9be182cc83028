package io.cloakroom.tests.gallery;

import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.RecoveryRequests;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.phone.SoftPasskey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The shipped realm with more apps, whose flows lead to pages that the reference flow has no need of, and their people. */
public final class GalleryRealm {

    static final String ADA = "ada@example.com";
    static final String NELL = "nell@example.com";
    static final String PAM = "pam@example.com";
    static final String PAUL = "paul@example.com";
    static final String RITA = "rita@example.com";
    static final String TESS = "tess@example.com";
    static final String TOM = "tom@example.com";
    static final String WANDA = "wanda@example.com";
    static final String WILL = "will@example.com";

    static final String PASSWORD_OF_PAM = "correct horse battery staple";

    static final String DEMO = "demo-app";
    static final String PASSWORD = "demo-app-password";
    static final String BRIEF = "brief";
    static final String BUSY = "busy";
    static final String LINK = "link";
    static final String SECOND = "second";
    static final String STRICT = "strict";
    static final String TIGHT = "tight";
    static final String WELCOME = "welcome";

    private static final String IDENTIFY = "cloakroom-identify";
    private static final String CODE = "cloakroom-email-otp";

    private final RealmRepresentation realm;

    private GalleryRealm(RealmRepresentation realm) {
        this.realm = realm;
    }

    /** One for all that look at it. */
    public static TestRealm of(Realms realms) {
        return realms.once("gallery", representation -> new GalleryRealm(representation).furnish());
    }

    /** One that looks like somebody else's. */
    public static TestRealm branded(Realms realms) {
        return realms.once("gallery-brand", representation -> {
            representation.setDisplayName("Acme");
            Map<String, String> brand = new HashMap<>(representation.getAttributesOrEmpty());
            brand.put("cloakroom.brand.accent", "#0a7d55");
            brand.put("cloakroom.brand.radius", "4");
            brand.put("cloakroom.brand.background", "img/keycloak-bg-darken.svg");
            brand.put("cloakroom.brand.imprint", "https://acme.example/imprint");
            brand.put("cloakroom.brand.privacy", "https://acme.example/privacy");
            representation.setAttributes(brand);
        });
    }

    private void furnish() {
        RecoveryRequests.allow(realm);
        app(BRIEF, flow -> flow.required(IDENTIFY).required(CODE, Map.of("codeLifespan", "1")));
        app(
                BUSY,
                flow -> flow.required("cloakroom-rate-limit", Map.of("entriesPerNetwork", "1/1h"))
                        .required(IDENTIFY));
        app(LINK, flow -> flow.required(IDENTIFY).required("cloakroom-magic-link"));
        app(SECOND, flow -> flow.required(IDENTIFY, Map.of("password", "on")).required(CODE, Map.of("role", "second")));
        app(STRICT, flow -> flow.required(IDENTIFY).required(CODE, Map.of("link", "on", "otherDevice", "refuse")));
        app(
                TIGHT,
                flow -> flow.required(IDENTIFY, Map.of("mailsPerAddressAndNetwork", "1/1h"))
                        .required(CODE));
        app(
                WELCOME,
                flow -> flow.required(IDENTIFY)
                        .required(CODE, Map.of("unknownAddress", "sign-up"))
                        .required("cloakroom-create-account"));
        person(PAUL, passkey("Laptop"), passkey("Phone"));
        person(RITA, Credentials.totp(), RecoveryRequests.readyIn(Duration.ofMinutes(-1)));
        person(TESS, Credentials.totp(), SoftPasskey.create().enrolledAs("webauthn"));
        person(WANDA, Credentials.totp(), RecoveryRequests.readyIn(Duration.ofDays(3)));
        person(WILL, passkey("Laptop"), RecoveryRequests.readyIn(Duration.ofDays(3)));
    }

    /** The demo app once more, with a flow of its own. */
    private void app(String name, Consumer<Flow> steps) {
        String flow = "gallery " + name;
        steps.accept(Flow.of(realm, flow));
        ClientRepresentation demo = realm.getClients().stream()
                .filter(client -> client.getClientId().equals(DEMO))
                .findFirst()
                .orElseThrow();
        ClientRepresentation app = new ClientRepresentation();
        app.setClientId(name);
        app.setName(demo.getName());
        app.setPublicClient(true);
        app.setRedirectUris(demo.getRedirectUris());
        app.setAttributes(Map.of("cloakroom.browserFlow", flow));
        List<ClientRepresentation> all = new ArrayList<>(realm.getClients());
        all.add(app);
        realm.setClients(all);
    }

    private void person(String address, CredentialRepresentation... credentials) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(address);
        user.setEmail(address);
        user.setEmailVerified(true);
        user.setFirstName("Test");
        user.setLastName("User");
        user.setEnabled(true);
        user.setCredentials(List.of(credentials));
        List<UserRepresentation> all = new ArrayList<>(realm.getUsers());
        all.add(user);
        realm.setUsers(all);
    }

    private static CredentialRepresentation passkey(String label) {
        CredentialRepresentation passkey = SoftPasskey.create().enrolledAs("webauthn-passwordless");
        passkey.setUserLabel(label);
        return passkey;
    }
}
