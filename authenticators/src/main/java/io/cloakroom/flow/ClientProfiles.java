package io.cloakroom.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.services.clientpolicy.executor.AuthenticationFlowSelectorExecutorFactory;

/**
 * The flows that a realm's client profiles name. Keycloak's executor takes a flow by its alias, before whatever a client or the
 * realm is bound to, and a login fails where there is no flow of that name.
 */
public final class ClientProfiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALIAS = "auth-flow-alias";

    private final RealmModel realm;

    /** Of that realm, as it keeps them. */
    public ClientProfiles(RealmModel realm) {
        this.realm = realm;
    }

    /** The names of the profiles that name that flow. */
    public List<String> naming(String alias) {
        return profiles(read())
                .filter(profile -> selectors(profile)
                        .anyMatch(selector -> alias.equals(selector.path(ALIAS).textValue())))
                .map(profile -> profile.path("name").asText())
                .toList();
    }

    /** Lets them name flows by their new names, which stand beside the old ones. */
    public void rename(Map<String, String> names) {
        JsonNode all = read();
        List<ObjectNode> named = profiles(all)
                .flatMap(ClientProfiles::selectors)
                .filter(selector -> names.containsKey(selector.path(ALIAS).asText()))
                .toList();
        if (!named.isEmpty()) {
            named.forEach(selector ->
                    selector.put(ALIAS, names.get(selector.path(ALIAS).asText())));
            realm.setAttribute(Constants.CLIENT_PROFILES, all.toString());
        }
    }

    private JsonNode read() {
        try {
            return JSON.readTree(Optional.ofNullable(realm.getAttribute(Constants.CLIENT_PROFILES))
                    .orElse(""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The realm's client profiles cannot be read", e);
        }
    }

    private static Stream<JsonNode> profiles(JsonNode all) {
        return stream(all.path("profiles"));
    }

    /** The settings of a profile's executors that choose flows. */
    private static Stream<ObjectNode> selectors(JsonNode profile) {
        return stream(profile.path("executors"))
                .filter(executor -> AuthenticationFlowSelectorExecutorFactory.PROVIDER_ID.equals(
                        executor.path("executor").textValue()))
                .map(executor -> executor.path("configuration"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
