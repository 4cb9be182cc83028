package io.cloakroom.tests.keycloak;

import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The shipped realm as it was imported, and fresh copies of it with a setting or two changed. */
public final class Realms {

    private static final String SHIPPED = "cloakroom";
    private static final Map<String, TestRealm> KEPT = new ConcurrentHashMap<>();

    private final RunningKeycloak keycloak;

    public Realms(RunningKeycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** The imported one. All tests share it: leave it as you found it. */
    public TestRealm shipped() {
        return new TestRealm(keycloak, SHIPPED);
    }

    /** One that is there already, such as the realm of the server's administrators. */
    public TestRealm existing(String name) {
        return new TestRealm(keycloak, name);
    }

    public TestRealm copy(String name) {
        return copy(name, realm -> {});
    }

    /** A fresh realm of that name, made from the shipped file; an older one of that name goes. */
    public TestRealm copy(String name, Consumer<RealmRepresentation> tweak) {
        RealmRepresentation realm =
                ShippedRealm.read(Workspace.fromSystemProperties().realm(), keycloak.environment());
        realm.setRealm(name);
        tweak.accept(realm);
        remove(name);
        keycloak.admin().realms().create(realm);
        return new TestRealm(keycloak, name);
    }

    /** One realm for all tests of a class, for those that only look at accounts of their own; events are cleared. */
    public TestRealm once(String name, Consumer<RealmRepresentation> tweak) {
        TestRealm realm = KEPT.computeIfAbsent(keycloak.baseUri() + name, fresh -> copy(name, tweak));
        realm.events().clear();
        return realm;
    }

    /** Where the realm of that name is, or will be. */
    public URI issuer(String name) {
        return keycloak.issuer(name);
    }

    public void remove(String name) {
        try {
            keycloak.admin().realm(name).remove();
        } catch (NotFoundException e) {
            // It was not there, which is what was asked for.
        }
    }

    /** The settings under that alias, to be changed in place. */
    public static Map<String, String> config(RealmRepresentation realm, String alias) {
        AuthenticatorConfigRepresentation config = realm.getAuthenticatorConfig().stream()
                .filter(candidate -> candidate.getAlias().equals(alias))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The realm has no authenticator config " + alias));
        Map<String, String> settings = new LinkedHashMap<>();
        if (config.getConfig() != null) {
            settings.putAll(config.getConfig());
        }
        config.setConfig(settings);
        return settings;
    }
}
