package io.cloakroom.check;

import io.cloakroom.flow.Setting;
import io.cloakroom.flow.Step;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.ConfigurableAuthenticatorFactory;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Reads flows as they are stored. Steps are found by their ids, as Keycloak finds them: no class of theirs is known here. */
final class FlowReader {

    private final KeycloakSession session;
    private final RealmModel realm;

    FlowReader(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    FlowTree read(AuthenticationFlowModel flow) {
        return new FlowTree(flow.getAlias(), level(flow.getId()));
    }

    private List<Node> level(String flowId) {
        List<AuthenticationExecutionModel> executions = realm.getAuthenticationExecutionsStream(flowId)
                .sorted(Comparator.comparingInt(AuthenticationExecutionModel::getPriority))
                .toList();
        return executions.stream()
                .filter(AuthenticationExecutionModel::isEnabled)
                .map(execution -> node(
                        execution, execution.getId().equals(executions.get(0).getId())))
                .toList();
    }

    private Node node(AuthenticationExecutionModel execution, boolean isFirst) {
        return execution.isAuthenticatorFlow() ? flow(execution, isFirst) : step(execution, isFirst);
    }

    private Node flow(AuthenticationExecutionModel execution, boolean isFirst) {
        AuthenticationFlowModel flow = realm.getAuthenticationFlowById(execution.getFlowId());
        if (flow == null) {
            return gone(execution, isFirst);
        }
        return new Node(
                Node.Kind.FLOW,
                flow.getAlias(),
                execution.getRequirement(),
                isFirst,
                Map.of(),
                Optional.empty(),
                level(flow.getId()));
    }

    /** Keycloak lets a sub-flow stand in two flows, and takes it from both with one. */
    private static Node gone(AuthenticationExecutionModel execution, boolean isFirst) {
        return new Node(
                Node.Kind.UNKNOWN,
                "a sub-flow that is gone",
                execution.getRequirement(),
                isFirst,
                Map.of(),
                Optional.empty(),
                List.of());
    }

    private Node step(AuthenticationExecutionModel execution, boolean isFirst) {
        String provider = execution.getAuthenticator();
        Optional<ConfigurableAuthenticatorFactory> factory = factory(provider);
        List<ProviderConfigProperty> properties = factory.<List<ProviderConfigProperty>>map(
                        ConfigurableAuthenticatorFactory::getConfigProperties)
                .orElse(List.of());
        AuthenticatorConfigModel config = config(execution.getAuthenticatorConfig());
        Map<String, String> stored = config == null || config.getConfig() == null ? Map.of() : config.getConfig();
        return new Node(
                factory.map(FlowReader::kind).orElse(Node.Kind.UNKNOWN),
                provider,
                execution.getRequirement(),
                isFirst,
                inForce(properties, stored),
                problem(provider, config).or(() -> problem(properties, stored)),
                List.of());
    }

    private Optional<ConfigurableAuthenticatorFactory> factory(String provider) {
        return Stream.of(Authenticator.class, FormAction.class)
                .map(type -> session.getKeycloakSessionFactory().getProviderFactory(type, provider))
                .filter(ConfigurableAuthenticatorFactory.class::isInstance)
                .map(ConfigurableAuthenticatorFactory.class::cast)
                .findFirst();
    }

    private static Node.Kind kind(ConfigurableAuthenticatorFactory factory) {
        return factory instanceof ConditionalAuthenticatorFactory ? Node.Kind.CONDITION : Node.Kind.STEP;
    }

    private @Nullable AuthenticatorConfigModel config(@Nullable String id) {
        return id == null ? null : realm.getAuthenticatorConfigById(id);
    }

    private static Map<String, String> inForce(List<ProviderConfigProperty> properties, Map<String, String> stored) {
        Map<String, String> settings = new LinkedHashMap<>();
        properties.stream()
                .filter(property -> property.getDefaultValue() != null)
                .forEach(property -> settings.put(property.getName(), String.valueOf(property.getDefaultValue())));
        stored.forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                settings.put(key, value.strip());
            }
        });
        return settings;
    }

    /** A step of ours reads all of its settings together when somebody comes to it; some go only with others. */
    private Optional<String> problem(String provider, @Nullable AuthenticatorConfigModel config) {
        return session.getProvider(Authenticator.class, provider) instanceof Step<?> step
                ? step.problem(config)
                : Optional.empty();
    }

    private static Optional<String> problem(List<ProviderConfigProperty> properties, Map<String, String> stored) {
        return properties.stream()
                .flatMap(property -> Setting.problem(property, stored).stream())
                .findFirst();
    }
}
