package io.cloakroom.tests.keycloak;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/** One realm of the running Keycloak: its users and its events. */
public final class TestRealm {

    private final RunningKeycloak keycloak;
    private final String name;

    TestRealm(RunningKeycloak keycloak, String name) {
        this.keycloak = keycloak;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public URI issuer() {
        return keycloak.issuer(name);
    }

    public RealmResource admin() {
        return keycloak.admin().realm(name);
    }

    public Events events() {
        return new Events(admin());
    }

    /** A new user with that verified address, and no credential at all. */
    public UserResource user(String email) {
        return user(email, user -> {});
    }

    /** The same with more to it. Whoever had that address before is gone. */
    public UserResource user(String email, Consumer<UserRepresentation> tweak) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setFirstName("Test");
        user.setLastName("User");
        user.setEnabled(true);
        tweak.accept(user);
        admin().users()
                .searchByUsername(user.getUsername(), true)
                .forEach(old -> admin().users().get(old.getId()).remove());
        boolean isCalledByAddress = admin().toRepresentation().isRegistrationEmailAsUsername();
        if (user.getEmail() == null && isCalledByAddress) {
            callByAddress(false);
            create(user);
            callByAddress(true);
        } else {
            create(user);
        }
        return existing(user.getUsername());
    }

    /** Members without an address are there from the time when the realm took such. */
    private void callByAddress(boolean from) {
        RealmRepresentation change = admin().toRepresentation();
        change.setRegistrationEmailAsUsername(from);
        admin().update(change);
    }

    private void create(UserRepresentation user) {
        try (Response response = admin().users().create(user)) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException(
                        "Creating " + user.getUsername() + ": " + response.readEntity(String.class));
            }
        }
    }

    /** From now on the realm signs with a new HMAC key; the old one stays valid, as in any rotation. */
    public void rotateHmacKey() {
        addHmacKey(Map.of());
    }

    /** The same with a key that is known here. */
    void rotateHmacKey(String id, String secret, int size) {
        addHmacKey(Map.of("kid", id, "secret", secret, "secretSize", Integer.toString(size)));
    }

    private void addHmacKey(Map<String, String> more) {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("rotated");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        key.setProviderId("hmac-generated");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        Map.of("priority", "1000", "algorithm", "HS512", "enabled", "true", "active", "true")
                .forEach(config::putSingle);
        more.forEach(config::putSingle);
        key.setConfig(config);
        try (Response response = admin().components().add(key)) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException("Rotating: " + response.readEntity(String.class));
            }
        }
    }

    /** The id of the HMAC key that the realm signs with now. */
    public String hmacKey() {
        return admin().keys().getKeyMetadata().getActive().get("HS512");
    }

    /** Keycloak hides attributes that no user profile declares; meanwhile administrators see and write them. */
    public void whileAdministratorsMayWriteAnyAttribute(Runnable edit) {
        setUnmanaged(UnmanagedAttributePolicy.ADMIN_EDIT);
        edit.run();
        setUnmanaged(null);
    }

    private void setUnmanaged(UnmanagedAttributePolicy policy) {
        UPConfig profile = admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(policy);
        admin().users().userProfile().update(profile);
    }

    /** Whether scripts get tokens for a name and a password, by the client that each realm has for it. */
    public void allowDirectGrants(boolean areAllowed) {
        ClientRepresentation client =
                admin().clients().findByClientId("admin-cli").get(0);
        client.setDirectAccessGrantsEnabled(areAllowed);
        admin().clients().get(client.getId()).update(client);
    }

    /** The id of the top-level flow of that name. */
    public String flowId(String alias) {
        return admin().flows().getFlows().stream()
                .filter(flow -> flow.getAlias().equals(alias))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No flow " + alias + " in " + name))
                .getId();
    }

    /** The step, or the sub-flow, of that name in a flow, at whatever depth. */
    public AuthenticationExecutionInfoRepresentation execution(String flow, String step) {
        return admin().flows().getExecutions(flow).stream()
                .filter(candidate -> step.equals(candidate.getProviderId()) || step.equals(candidate.getDisplayName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + step + " in " + flow));
    }

    /** Gives a step, or a sub-flow, of that flow another requirement. */
    public void setRequirement(String flow, String step, String requirement) {
        AuthenticationExecutionInfoRepresentation execution = execution(flow, step);
        execution.setRequirement(requirement);
        admin().flows().updateExecutions(flow, execution);
    }

    /** The user of that name, who must be there. */
    public UserResource existing(String username) {
        List<UserRepresentation> found = admin().users().searchByUsername(username, true);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " users are called " + username + " in " + name);
        }
        return admin().users().get(found.get(0).getId());
    }
}
