package io.cloakroom.install;

import io.cloakroom.flow.ClientProfiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Who signs people in by a flow: the realm, some of its clients, client profiles, identity providers. */
final class Uses {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Rights rights;
    private final ClientProfiles profiles;

    Uses(KeycloakSession session, RealmModel realm, Rights rights) {
        this.session = session;
        this.realm = realm;
        this.rights = rights;
        this.profiles = new ClientProfiles(realm);
    }

    /** By their names, for people to read, as far as they may. */
    List<String> of(AuthenticationFlowModel flow) {
        List<String> found = new ArrayList<>();
        bindings().forEach((name, bound) -> {
            if (bound != null && bound.getId().equals(flow.getId())) {
                found.add("the realm (" + name + ")");
            }
        });
        found.addAll(named(rights.clients(), "client", clients(flow)));
        found.addAll(named(true, "client profile", profiles.naming(flow.getAlias()).stream()));
        found.addAll(named(
                rights.providers(),
                "identity provider",
                session.identityProviders().getByFlow(flow.getId(), null, null, null)));
        return found;
    }

    private static List<String> named(boolean mayBeNamed, String what, Stream<String> names) {
        List<String> all = names.map(name -> what + " '" + name + "'").toList();
        return mayBeNamed || all.isEmpty() ? all : List.of(what + "s that you may not view");
    }

    private Stream<String> clients(AuthenticationFlowModel flow) {
        return Stream.of(AuthenticationFlowBindings.BROWSER_BINDING, AuthenticationFlowBindings.DIRECT_GRANT_BINDING)
                .flatMap(binding -> realm.searchClientByAuthenticationFlowBindingOverrides(
                        Map.of(binding, flow.getId()), null, null))
                .map(ClientModel::getClientId);
    }

    private Map<String, @Nullable AuthenticationFlowModel> bindings() {
        Map<String, @Nullable AuthenticationFlowModel> all = new LinkedHashMap<>();
        all.put("browser", realm.getBrowserFlow());
        all.put("registration", realm.getRegistrationFlow());
        all.put("reset credentials", realm.getResetCredentialsFlow());
        all.put("direct grant", realm.getDirectGrantFlow());
        all.put("first broker login", realm.getFirstBrokerLoginFlow());
        all.put("client authentication", realm.getClientAuthenticationFlow());
        all.put("docker", realm.getDockerAuthenticationFlow());
        return all;
    }
}
