package io.cloakroom.check;

import io.cloakroom.flow.ClientProfiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which flows people can enter, each once, with whoever has bound it. */
final class Bindings {

    /** As many clients of one flow are asked for; a finding names a few of them. */
    private static final int CLIENTS = 4;

    private final RealmModel realm;
    private final KeycloakSession session;
    private final Sight sight;
    private final FlowReader reader;

    Bindings(KeycloakSession session, Sight sight) {
        this.realm = session.getContext().getRealm();
        this.session = session;
        this.sight = sight;
        this.reader = new FlowReader(session);
    }

    List<BoundFlow> all() {
        return Stream.of(ofRealm(), ofClients(), ofProviders())
                .flatMap(flows -> flows)
                .toList();
    }

    private Stream<BoundFlow> ofRealm() {
        return Stream.of(
                        bound(Use.BROWSER, realm.getBrowserFlow(), true),
                        bound(Use.REGISTRATION, realm.getRegistrationFlow(), realm.isRegistrationAllowed()),
                        bound(Use.RESET, realm.getResetCredentialsFlow(), realm.isResetPasswordAllowed()))
                .flatMap(flows -> flows);
    }

    private Stream<BoundFlow> bound(Use use, @Nullable AuthenticationFlowModel flow, boolean isReachable) {
        return Stream.ofNullable(flow)
                .filter(bound -> isReachable)
                .map(bound -> new BoundFlow(use, List.of(), reader.read(bound)));
    }

    private Stream<BoundFlow> ofClients() {
        return realm.getAuthenticationFlowsStream()
                .filter(AuthenticationFlowModel::isTopLevel)
                .filter(Predicate.not(this::isBrowserFlow))
                .map(flow -> new BoundFlow(Use.BROWSER, choosers(flow), reader.read(flow)))
                .filter(bound -> !bound.isOfRealm());
    }

    private boolean isBrowserFlow(AuthenticationFlowModel flow) {
        return realm.getBrowserFlow() != null
                && flow.getId().equals(realm.getBrowserFlow().getId());
    }

    private List<String> choosers(AuthenticationFlowModel flow) {
        Map<String, String> override = Map.of(AuthenticationFlowBindings.BROWSER_BINDING, flow.getId());
        Stream<String> clients = realm.searchClientByAuthenticationFlowBindingOverrides(override, 0, CLIENTS)
                .map(client -> sight.clients() ? "client '" + client.getClientId() + "'" : "a client");
        Stream<String> profiles = new ClientProfiles(realm)
                .naming(flow.getAlias()).stream().map(profile -> "client profile '" + profile + "'");
        return Stream.concat(clients, profiles).distinct().toList();
    }

    private Stream<BoundFlow> ofProviders() {
        Map<String, List<String>> providers = session.identityProviders()
                .getAllStream(IdentityProviderQuery.userAuthentication())
                .filter(provider -> provider.isEnabled() && !Boolean.TRUE.equals(provider.isLinkOnly()))
                .filter(provider -> firstLogin(provider) != null)
                .collect(Collectors.groupingBy(
                        provider -> Objects.requireNonNull(firstLogin(provider)),
                        Collectors.mapping(
                                provider -> sight.providers()
                                        ? "identity provider '" + provider.getAlias() + "'"
                                        : "an identity provider",
                                Collectors.toList())));
        return providers.entrySet().stream()
                .filter(bound -> realm.getAuthenticationFlowById(bound.getKey()) != null)
                .map(bound -> new BoundFlow(
                        Use.IDENTITY_PROVIDER,
                        bound.getValue().stream().distinct().toList(),
                        reader.read(realm.getAuthenticationFlowById(bound.getKey()))));
    }

    private @Nullable String firstLogin(IdentityProviderModel provider) {
        if (provider.getFirstBrokerLoginFlowId() != null) {
            return provider.getFirstBrokerLoginFlowId();
        }
        return realm.getFirstBrokerLoginFlow() == null
                ? null
                : realm.getFirstBrokerLoginFlow().getId();
    }
}
