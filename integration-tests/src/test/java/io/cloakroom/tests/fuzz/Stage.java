package io.cloakroom.tests.fuzz;

import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.RecoveryRequests;
import io.cloakroom.tests.keycloak.RunningKeycloak;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The realms that the fuzz plays in, with everything switched on that can be, and members for single scenes. */
final class Stage {

    private static final String BOSS = "boss@fuzz.example";
    private static final String CODE_STEP = "cloakroom-email-otp";
    private static final AtomicInteger MEMBERS = new AtomicInteger();

    private final Realms realms;
    private final TestRealm realm;
    private final TestRealm open;
    private final TestRealm links;

    private Stage(Realms realms) {
        this.realms = realms;
        this.realm = realms.copy("fuzz", RecoveryRequests::allow);
        this.open = realms.copy(
                "fuzz-open",
                representation -> StepSettings.of(representation, CODE_STEP).set("unknownAddress", "sign-up"));
        this.links = realms.copy("fuzz-links", Stage::withLinkStep);
    }

    static Stage set(RunningKeycloak keycloak) {
        Stage stage = new Stage(new Realms(keycloak));
        AdminApi.of(stage.realm).administrator(BOSS, "manage-users", "impersonation");
        return stage;
    }

    /** Takes the realms away, and with them all logins and sessions. */
    void clear() {
        List.of(realm, open, links).forEach(each -> realms.remove(each.name()));
    }

    DemoApp app() {
        return DemoApp.of(realm.issuer());
    }

    DemoApp appWithPassword() {
        return DemoApp.withPassword(realm.issuer());
    }

    /** An app of a realm where a stranger's code makes an account. */
    DemoApp openApp() {
        return DemoApp.of(open.issuer());
    }

    /** An app of a realm whose mails hold a link and no code. */
    DemoApp linkApp() {
        return DemoApp.of(links.issuer());
    }

    URI issuer() {
        return realm.issuer();
    }

    /** The address of somebody whom nobody knows. */
    static String stranger() {
        return "fuzz-" + MEMBERS.incrementAndGet() + "@fuzz.example";
    }

    /** The address of a new member who has those credentials. */
    String member(CredentialRepresentation... credentials) {
        String address = stranger();
        realm.user(address, user -> user.setCredentials(List.of(credentials)));
        return address;
    }

    String memberWithStrongFactors() {
        return member(Credentials.totp(), passkey());
    }

    static CredentialRepresentation passkey() {
        return SoftPasskey.create().enrolledAs("webauthn-passwordless");
    }

    AdminApi api() {
        return AdminApi.of(realm);
    }

    String adminToken() {
        return api().tokenOf(BOSS);
    }

    /** A link that signs a new member in. */
    URI link() {
        AdminApi.Answer answer =
                api().order(adminToken(), Map.of("email", member(), "client", "demo-app", "send", false));
        if (answer.status() != 200) {
            throw new IllegalStateException("No link: " + answer);
        }
        return answer.link();
    }

    private static void withLinkStep(RealmRepresentation representation) {
        representation.getAuthenticationFlows().stream()
                .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                .filter(execution -> CODE_STEP.equals(execution.getAuthenticator()))
                .forEach(Stage::replace);
    }

    private static void replace(AuthenticationExecutionExportRepresentation execution) {
        execution.setAuthenticator("cloakroom-magic-link");
        execution.setAuthenticatorConfig(null);
    }
}
