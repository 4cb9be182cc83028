package io.cloakroom.tests.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cloakroom.tests.keycloak.AdminApi.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;

/** Our flows in a realm, put in and taken out as a script does it, with all rights unless a token says otherwise. */
public final class FlowsApi {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final RunningKeycloak keycloak;
    private final URI realm;

    private FlowsApi(RunningKeycloak keycloak, URI realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    public static FlowsApi of(RunningKeycloak keycloak, TestRealm realm) {
        return new FlowsApi(keycloak, keycloak.baseUri().resolve("/admin/realms/" + realm.name()));
    }

    /** Installs, with nothing in the request. */
    public Answer install() {
        return install("");
    }

    /** Installs as that JSON says. */
    public Answer install(String body) {
        return send("POST", "/cloakroom/flows", token(), body);
    }

    public Answer remove(String query) {
        return send("DELETE", "/cloakroom/flows" + query, token(), "");
    }

    /** Sends anything; without a token where that is empty, without a content type where the body is. */
    public Answer send(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while talking to the admin API", e);
        }
    }

    /** All that Keycloak exports of the realm, laid out so that two of them can be compared. */
    public String export() {
        Answer answer = send("POST", "/partial-export?exportClients=true&exportGroupsAndRoles=true", token(), "");
        try {
            return JSON.writeValueAsString(
                    sorted(JSON.readValue(answer.response().body(), Object.class)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.toString(), e);
        }
    }

    /** What became of each thing: its kind and name, and the change. */
    public static List<String> changes(Answer answer) {
        return entries(answer).stream()
                .map(entry -> entry.get("what") + " " + entry.get("name") + ": " + entry.get("change"))
                .toList();
    }

    /** What is said about that thing. */
    public static String note(Answer answer, String what, String name) {
        return entries(answer).stream()
                .filter(entry ->
                        entry.get("what").equals(what) && entry.get("name").equals(name))
                .map(entry -> entry.getOrDefault("note", ""))
                .collect(Collectors.joining("; "));
    }

    /** The name that something gets today which stands under a name of ours. */
    public static String kept(String name) {
        return name + " kept " + LocalDate.now(ZoneOffset.UTC);
    }

    /** The names of the realm's top-level flows. */
    public static List<String> aliases(TestRealm realm) {
        return realm.admin().flows().getFlows().stream()
                .map(AuthenticationFlowRepresentation::getAlias)
                .toList();
    }

    private static List<Map<String, String>> entries(Answer answer) {
        return JSON.convertValue(answer.json().get("changes"), new TypeReference<>() {});
    }

    private String token() {
        return keycloak.admin().tokenManager().getAccessTokenString();
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> String.valueOf(entry.getKey()),
                            entry -> sorted(entry.getValue() == null ? "" : entry.getValue()),
                            (one, other) -> one,
                            TreeMap::new));
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(FlowsApi::sorted)
                        .sorted(Comparator.comparing(String::valueOf))
                        .toList()
                : value;
    }
}
