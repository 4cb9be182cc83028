package io.cloakroom.install;

import io.cloakroom.install.Change.Kind;
import io.cloakroom.install.Change.What;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.protocol.oidc.mappers.AmrProtocolMapper;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * The claim {@code amr} in the tokens of all clients: a mapper in the scope that all of them have for {@code acr}. A scope of
 * our own would reach new clients only, and the others would have to be changed one by one.
 */
final class AmrClaim {

    private static final String MADE = "mapper";

    private final RealmModel realm;
    private final Definition definition;
    private final Memory memory;
    private final Report report;
    private final Rights rights;

    AmrClaim(RealmModel realm, Definition definition, Memory memory, Report report, Rights rights) {
        this.realm = realm;
        this.definition = definition;
        this.memory = memory;
        this.report = report;
        this.rights = rights;
    }

    void install() {
        Optional<ClientScopeModel> scope = scope();
        if (scope.isEmpty()) {
            report.warn("There is no client scope '" + definition.scope() + "': no token has the claim amr unless the "
                    + "mapper '" + definition.mapper().getProtocolMapper()
                    + "' is added to a client or a client scope");
            return;
        }
        Optional<ProtocolMapperModel> present = mapper(scope.get());
        if (present.isPresent()) {
            tell(Kind.UNCHANGED, scope.get(), present.get());
            warnOfKeycloaks();
        } else if (scope.get()
                        .getProtocolMapperByName(protocol(), definition.mapper().getName())
                != null) {
            report.warn("The client scope '" + scope.get().getName() + "' has another mapper that is called '"
                    + definition.mapper().getName() + "': ours was not added, and no token has its claim amr");
        } else if (!rights.clientScopes()) {
            report.warn("The mapper '" + definition.mapper().getName() + "' was not added to the client scope '"
                    + scope.get().getName() + "', which you may not manage: no token has its claim amr");
        } else {
            memory.make(MADE);
            ProtocolMapperModel ours = RepresentationToModel.toModel(definition.mapper());
            tell(Kind.CREATED, scope.get(), scope.get().addProtocolMapper(ours));
            warnOfKeycloaks();
        }
    }

    private void warnOfKeycloaks() {
        boolean areThere = Stream.concat(realm.getClientScopesStream(), realm.getClientsStream())
                .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream)
                .anyMatch(mapper -> AmrProtocolMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()));
        if (areThere) {
            report.warn(
                    "A client or client scope has Keycloak's own mapper for amr: in the tokens of clients that have '"
                            + definition.mapper().getName() + "' as well, the claim is that one's");
        }
    }

    void remove() {
        Optional<ClientScopeModel> scope = scope();
        Optional<ProtocolMapperModel> mapper = scope.flatMap(this::mapper);
        if (mapper.isPresent()) {
            remove(scope.get(), mapper.get());
        } else {
            memory.unmake(MADE);
        }
    }

    private void remove(ClientScopeModel scope, ProtocolMapperModel mapper) {
        if (!memory.made(MADE)) {
            tell(Kind.UNCHANGED, scope, mapper);
        } else if (!rights.clientScopes()) {
            report.warn("The mapper '" + mapper.getName() + "' is still in the client scope '" + scope.getName()
                    + "', which you may not manage");
            tell(Kind.UNCHANGED, scope, mapper);
        } else {
            scope.removeProtocolMapper(mapper);
            memory.unmake(MADE);
            tell(Kind.REMOVED, scope, mapper);
        }
    }

    private Optional<ClientScopeModel> scope() {
        return realm.getClientScopesStream()
                .filter(scope -> definition.scope().equals(scope.getName()))
                .findFirst();
    }

    private Optional<ProtocolMapperModel> mapper(ClientScopeModel scope) {
        ProtocolMapperRepresentation ours = definition.mapper();
        return scope.getProtocolMappersStream()
                .filter(mapper -> ours.getProtocolMapper().equals(mapper.getProtocolMapper()))
                .findFirst();
    }

    private String protocol() {
        return definition.mapper().getProtocol();
    }

    private void tell(Kind kind, ClientScopeModel scope, ProtocolMapperModel mapper) {
        report.add(new Change(
                What.MAPPER,
                mapper.getName(),
                kind,
                "in the client scope '" + scope.getName() + "'",
                List.of("client-scopes", scope.getId(), "protocol-mappers", "models", mapper.getId())));
    }
}
