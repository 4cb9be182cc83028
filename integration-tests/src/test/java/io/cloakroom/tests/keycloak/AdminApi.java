package io.cloakroom.tests.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** The admin API of one realm, used as a script uses it: bearer tokens and JSON. */
public final class AdminApi {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "an administrator's";

    private final TestRealm realm;
    private final Map<String, String> headers;

    private AdminApi(TestRealm realm, Map<String, String> headers) {
        this.realm = realm;
        this.headers = headers;
    }

    public static AdminApi of(TestRealm realm) {
        return new AdminApi(realm, Map.of());
    }

    /** The same API, each request with that header. */
    public AdminApi sending(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new AdminApi(realm, more);
    }

    /** A new administrator of the realm with those roles. */
    public void administrator(String username, String... roles) {
        realm.allowDirectGrants(true);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        UserResource user = realm.user(username, administrator -> administrator.setCredentials(List.of(password)));
        String client = realm.admin()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        List<RoleRepresentation> named = Arrays.stream(roles)
                .map(role ->
                        realm.admin().clients().get(client).roles().get(role).toRepresentation())
                .toList();
        user.roles().clientLevel(client).add(named);
    }

    /** A token of that administrator. */
    public String tokenOf(String username) {
        String form = "grant_type=password&client_id=admin-cli&username=" + encode(username) + "&password="
                + encode(PASSWORD);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(realm.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return String.valueOf(send(request).json().get("access_token"));
    }

    /** Orders a sign-in link. */
    public Answer order(String token, Map<String, ?> order) {
        return post(token, "application/json", json(order));
    }

    /** Sends anything at all to where sign-in links are ordered; without a token where that is empty. */
    public Answer post(String token, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(magicLinks()).POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.header("Content-Type", contentType));
    }

    /** Where sign-in links are ordered. */
    public URI magicLinks() {
        return realm.issuer().resolve("/admin/realms/" + realm.name() + "/cloakroom/magic-links");
    }

    /** Reads what is at that path below the realm's own; without a token where that is empty. */
    public Answer get(String token, String path) {
        return send(authorized(token, path).GET());
    }

    /** Puts that there. */
    public Answer put(String token, String path, Object body) {
        return send(authorized(token, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json(body))));
    }

    /** Posts that there. */
    public Answer create(String token, String path, Object body) {
        return send(authorized(token, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body))));
    }

    private HttpRequest.Builder authorized(String token, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(realm.issuer().resolve("/admin/realms/" + realm.name() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while talking to the admin API", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the API said. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public Map<String, Object> json() {
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (!type.startsWith("application/json")) {
                throw new AssertionError("No JSON but " + type + ": " + response.body());
            }
            try {
                return JSON.readValue(response.body(), new TypeReference<>() {});
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not an object: " + response.body(), e);
            }
        }

        public URI link() {
            return URI.create(String.valueOf(json().get("link")));
        }

        @Override
        public String toString() {
            return status() + " " + response.body().lines().limit(20).collect(Collectors.joining("\n"));
        }
    }
}
