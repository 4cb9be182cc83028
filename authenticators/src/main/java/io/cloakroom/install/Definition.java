package io.cloakroom.install;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloakroom.install.FlowTree.Settings;
import io.cloakroom.install.FlowTree.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.representations.idm.AbstractAuthenticationExecutionRepresentation;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/**
 * What the pack puts into a realm, as the file in the JAR has it; the reference realm has the same.
 *
 * @param flows the top-level flows
 * @param requiredActions ours alone
 * @param scope the client scope that the mapper belongs to
 * @param mapper writes the claim {@code amr}
 */
record Definition(
        List<FlowTree> flows,
        List<RequiredActionProviderRepresentation> requiredActions,
        String scope,
        ProtocolMapperRepresentation mapper) {

    private static final String FILE = "cloakroom-flows.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Definition read() {
        try (InputStream file = Objects.requireNonNull(Definition.class.getResourceAsStream(FILE), FILE)) {
            return of(JSON.readValue(file, RealmRepresentation.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Definition of(RealmRepresentation realm) {
        ClientScopeRepresentation scope = realm.getClientScopes().get(0);
        return new Definition(
                flows(realm),
                realm.getRequiredActions(),
                scope.getName(),
                scope.getProtocolMappers().get(0));
    }

    /** The top-level flows of a realm in the form of an export. */
    static List<FlowTree> flows(RealmRepresentation realm) {
        return new Reader(realm).topLevel();
    }

    /** The names of the top-level flows. */
    Set<String> topLevelAliases() {
        return flows.stream().map(FlowTree::alias).collect(Collectors.toSet());
    }

    /** Puts together what the export has side by side. */
    private static final class Reader {

        private final Map<String, AuthenticationFlowRepresentation> flows;
        private final Map<String, AuthenticatorConfigRepresentation> settings;
        private final List<AuthenticationFlowRepresentation> inOrder;

        Reader(RealmRepresentation realm) {
            inOrder = realm.getAuthenticationFlows();
            flows = byAlias(inOrder, AuthenticationFlowRepresentation::getAlias);
            settings = byAlias(realm.getAuthenticatorConfig(), AuthenticatorConfigRepresentation::getAlias);
        }

        List<FlowTree> topLevel() {
            return inOrder.stream()
                    .filter(AuthenticationFlowRepresentation::isTopLevel)
                    .map(this::tree)
                    .toList();
        }

        private FlowTree tree(AuthenticationFlowRepresentation flow) {
            return new FlowTree(
                    flow.getAlias(),
                    Objects.requireNonNullElse(flow.getDescription(), ""),
                    flow.getProviderId(),
                    flow.getAuthenticationExecutions().stream()
                            .sorted(Comparator.comparing(AbstractAuthenticationExecutionRepresentation::getPriority))
                            .map(this::step)
                            .toList());
        }

        private Step step(AuthenticationExecutionExportRepresentation execution) {
            return new Step(
                    Requirement.valueOf(execution.getRequirement()),
                    execution.getAuthenticator(),
                    settings(execution.getAuthenticatorConfig()),
                    execution.getFlowAlias() == null ? null : tree(named(flows, execution.getFlowAlias())));
        }

        private @Nullable Settings settings(@Nullable String alias) {
            return alias == null
                    ? null
                    : Settings.of(alias, named(settings, alias).getConfig());
        }

        private static <T> T named(Map<String, T> all, String alias) {
            return Objects.requireNonNull(all.get(alias), alias);
        }

        private static <T> Map<String, T> byAlias(List<T> all, Function<T, String> alias) {
            return all.stream().collect(Collectors.toMap(alias, Function.identity()));
        }
    }
}
