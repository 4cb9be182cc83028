package io.cloakroom.install;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.install.FlowTree.Settings;
import io.cloakroom.install.FlowTree.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The flows of a realm as trees. What was removed in a transaction still stands in Keycloak's lists until its end, so each
 * list is checked against what is really there.
 */
final class RealmFlows {

    private static final int STEP = 10;

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmFlows(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    List<AuthenticationFlowModel> all() {
        return realm.getAuthenticationFlowsStream()
                .filter(flow -> realm.getAuthenticationFlowById(flow.getId()) != null)
                .toList();
    }

    /** The settings of all steps, and those that belong to none. */
    List<AuthenticatorConfigModel> allSettings() {
        return realm.getAuthenticatorConfigsStream()
                .filter(settings -> realm.getAuthenticatorConfigById(settings.getId()) != null)
                .toList();
    }

    Optional<AuthenticationFlowModel> topLevel(String alias) {
        return all().stream()
                .filter(flow -> flow.isTopLevel() && alias.equals(flow.getAlias()))
                .findFirst();
    }

    FlowTree read(AuthenticationFlowModel flow) {
        return new FlowTree(
                flow.getAlias(),
                Objects.requireNonNullElse(flow.getDescription(), ""),
                flow.getProviderId(),
                executions(flow).stream().map(this::step).toList());
    }

    /** The flow, and all flows below it. */
    List<AuthenticationFlowModel> withAllBelow(AuthenticationFlowModel flow) {
        return Stream.concat(
                        Stream.of(flow),
                        executions(flow).stream()
                                .flatMap(execution -> flowOf(execution).stream())
                                .flatMap(sub -> withAllBelow(sub).stream()))
                .toList();
    }

    /** Other flows, by their names, that a sub-flow of this one stands in as well: they would lose it with this one. */
    String sharers(AuthenticationFlowModel flow) {
        Set<String> below =
                withAllBelow(flow).stream().map(AuthenticationFlowModel::getId).collect(Collectors.toSet());
        return all().stream()
                .filter(other -> !below.contains(other.getId()))
                .filter(other -> executions(other).stream()
                        .anyMatch(execution -> execution.getFlowId() != null && below.contains(execution.getFlowId())))
                .map(other -> "'" + other.getAlias() + "'")
                .collect(Collectors.joining(", "));
    }

    /** All settings of steps in the flow and below it. */
    List<AuthenticatorConfigModel> settingsBelow(AuthenticationFlowModel flow) {
        return withAllBelow(flow).stream()
                .flatMap(each -> executions(each).stream())
                .flatMap(execution -> settingsOf(execution).stream())
                .toList();
    }

    /** Whether a step of ours stands in the flow or below it. */
    boolean hasOurSteps(AuthenticationFlowModel flow) {
        return withAllBelow(flow).stream()
                .flatMap(each -> executions(each).stream())
                .map(AuthenticationExecutionModel::getAuthenticator)
                .anyMatch(step -> step != null && step.startsWith(ProviderIds.PREFIX));
    }

    AuthenticationFlowModel create(FlowTree tree) {
        return addSteps(add(tree, true), tree);
    }

    /** Takes out whatever stands in the flow; what is bound to it stays bound. */
    void empty(AuthenticationFlowModel flow) {
        for (AuthenticationExecutionModel execution : executions(flow)) {
            KeycloakModelUtils.deepDeleteAuthenticationExecutor(
                    session, realm, execution, () -> {}, () -> {}, flow.isBuiltIn());
        }
    }

    /** Puts into an empty flow what is to stand in it. */
    AuthenticationFlowModel fill(AuthenticationFlowModel flow, FlowTree tree) {
        flow.setDescription(tree.description());
        flow.setProviderId(tree.provider());
        realm.updateAuthenticationFlow(flow);
        return addSteps(flow, tree);
    }

    void remove(AuthenticationFlowModel flow) {
        KeycloakModelUtils.deepDeleteAuthenticationFlow(session, realm, flow, () -> {}, () -> {}, flow.isBuiltIn());
    }

    private AuthenticationFlowModel add(FlowTree tree, boolean isTopLevel) {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setAlias(tree.alias());
        flow.setDescription(tree.description());
        flow.setProviderId(tree.provider());
        flow.setTopLevel(isTopLevel);
        flow.setBuiltIn(false);
        return realm.addAuthenticationFlow(flow);
    }

    private AuthenticationFlowModel addSteps(AuthenticationFlowModel flow, FlowTree tree) {
        int priority = 0;
        for (Step step : tree.steps()) {
            priority += STEP;
            AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
            execution.setParentFlow(flow.getId());
            execution.setRequirement(step.requirement());
            execution.setPriority(priority);
            execution.setAuthenticator(step.authenticator());
            execution.setAuthenticatorConfig(add(step.settings()));
            if (step.flow() != null) {
                execution.setAuthenticatorFlow(true);
                execution.setFlowId(
                        addSteps(add(step.flow(), false), step.flow()).getId());
            }
            realm.addAuthenticatorExecution(execution);
        }
        return flow;
    }

    private @Nullable String add(@Nullable Settings settings) {
        if (settings == null) {
            return null;
        }
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setAlias(settings.alias());
        config.setConfig(new HashMap<>(settings.values()));
        return realm.addAuthenticatorConfig(config).getId();
    }

    private List<AuthenticationExecutionModel> executions(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(execution -> realm.getAuthenticationExecutionById(execution.getId()) != null)
                .toList();
    }

    private Step step(AuthenticationExecutionModel execution) {
        return new Step(
                execution.getRequirement(),
                execution.getAuthenticator(),
                settingsOf(execution)
                        .map(config -> Settings.of(config.getAlias(), config.getConfig()))
                        .orElse(null),
                flowOf(execution).map(this::read).orElse(null));
    }

    private Optional<AuthenticationFlowModel> flowOf(AuthenticationExecutionModel execution) {
        return Optional.ofNullable(execution.getFlowId()).map(realm::getAuthenticationFlowById);
    }

    private Optional<AuthenticatorConfigModel> settingsOf(AuthenticationExecutionModel execution) {
        return Optional.ofNullable(execution.getAuthenticatorConfig()).map(realm::getAuthenticatorConfigById);
    }
}
