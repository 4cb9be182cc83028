package io.cloakroom.check;

import io.cloakroom.flow.ProviderIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Whether passwords can be tried at the token endpoint, past all pages. */
final class DirectGrantChecks implements Family {

    private static final Check DIRECT_GRANT = new Check(
            "direct-grant",
            Level.WARNING,
            "Whoever knows the client's name tries passwords at the token endpoint, past every page. Nothing counts them but brute-force"
                    + " detection, which locks members, and those without a password are answered sooner than strangers. Keycloak gives"
                    + " each new realm one such client, admin-cli.",
            "Clients, the client, Capability config: Direct access grants off. If a script needs it: a direct grant flow with"
                    + " Cloakroom's rate limit first (docs/existing-flows.md).");

    /** A finding names so many clients. */
    private static final int NAMED = 4;

    @Override
    public List<Check> checks() {
        return List.of(DIRECT_GRANT);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        FlowReader reader = new FlowReader(situation.session());
        Map<String, List<String>> clients = situation
                .realm()
                .getClientsStream()
                .filter(client -> client.isEnabled() && client.isDirectAccessGrantsEnabled() && !client.isBearerOnly())
                .filter(client -> flow(situation.realm(), client).isPresent())
                .collect(Collectors.groupingBy(
                        client -> flow(situation.realm(), client).orElseThrow().getId(),
                        Collectors.mapping(ClientModel::getClientId, Collectors.toList())));
        return clients.entrySet().stream()
                .map(bound -> new Taker(
                        reader.read(situation.realm().getAuthenticationFlowById(bound.getKey())), bound.getValue()))
                .filter(Taker::isOpen)
                .map(taker -> DIRECT_GRANT.found(taker.words(situation.sight())));
    }

    private static Optional<AuthenticationFlowModel> flow(RealmModel realm, ClientModel client) {
        return Optional.ofNullable(
                        client.getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.DIRECT_GRANT_BINDING))
                .map(realm::getAuthenticationFlowById)
                .or(() -> Optional.ofNullable(realm.getDirectGrantFlow()));
    }

    /**
     * A flow by which the token endpoint signs people in.
     *
     * @param flow the flow
     * @param clients those that have it, by their client ids
     */
    private record Taker(FlowTree flow, List<String> clients) {

        private boolean isOpen() {
            return flow.has(Steps.DIRECT_GRANT_PASSWORD) && !flow.has(ProviderIds.RATE_LIMIT);
        }

        private String words(Sight sight) {
            String flow = "Flow '" + this.flow.alias() + "' takes passwords without a limit of ours";
            if (!sight.clients()) {
                return flow + " for clients that you may not view.";
            }
            String names = clients.stream().sorted().limit(NAMED).collect(Collectors.joining("', '", "'", "'"));
            String more = clients.size() > NAMED ? " and " + (clients.size() - NAMED) + " more" : "";
            return flow + " for the clients " + names + more + ".";
        }
    }
}
