package io.cloakroom.tests.keycloak;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What a realm's brute-force detection has counted against one account. */
public final class Failures {

    private static final int MOST_GUESSES = 100;

    private final TestRealm realm;
    private final String username;
    private final String userId;

    private Failures(TestRealm realm, String username, String userId) {
        this.realm = realm;
        this.username = username;
        this.userId = userId;
    }

    public static Failures of(TestRealm realm, String username) {
        realm.allowDirectGrants(true);
        return new Failures(
                realm, username, realm.existing(username).toRepresentation().getId());
    }

    /** One more: a wrong password, guessed through an endpoint of Keycloak's own. */
    public void add() {
        Form guess = new Form("grant_type", "password")
                .param("client_id", "admin-cli")
                .param("username", username)
                .param("password", "wrong");
        String token = realm.issuer() + "/protocol/openid-connect/token";
        try (Response response =
                ClientBuilder.newClient().target(token).request().post(Entity.form(guess))) {
            response.readEntity(String.class);
        }
    }

    /** Guesses until the account is locked: a guess counts for nothing while Keycloak is still at the one before it. */
    public void lock() {
        for (int i = 0; i < MOST_GUESSES; i++) {
            add();
            if (haveLocked()) {
                return;
            }
        }
        throw new IllegalStateException("Keycloak did not lock " + username);
    }

    /** Since the last success with a password or a one-time code. */
    public int ofAnyFactor() {
        return ((Number) status().get("numFailures")).intValue();
    }

    /** Since the last success with a one-time code. */
    public int ofSecondFactor() {
        return ((Number) status().get("numSecondaryAuthFailures")).intValue();
    }

    /** Whether the account is locked, for a while or for good. */
    public boolean haveLocked() {
        return Boolean.TRUE.equals(status().get("disabled"));
    }

    private Map<String, Object> status() {
        return realm.admin().attackDetection().bruteForceUserStatus(userId);
    }
}
