package io.cloakroom.flow;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** Which steps stand in the flow that a step stands in, at whatever depth. */
public final class FlowSteps {

    private final AuthenticationFlowContext context;
    private final RealmModel realm;

    /** The flow that this step stands in. */
    public FlowSteps(AuthenticationFlowContext context) {
        this.context = context;
        this.realm = context.getRealm();
    }

    /** Whether the flow has that step, and it is not switched off. */
    public boolean has(String step) {
        return all(context.getTopLevelFlow().getId()).anyMatch(execution -> step.equals(execution.getAuthenticator()));
    }

    /** The first step of these kinds, if the flow has any. */
    public Optional<Placed> first(Set<String> steps) {
        return all(context.getTopLevelFlow().getId())
                .filter(execution -> steps.contains(execution.getAuthenticator()))
                .findFirst()
                .map(execution -> new Placed(settings(execution.getAuthenticatorConfig())));
    }

    private Stream<AuthenticationExecutionModel> all(String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .flatMap(execution ->
                        execution.isAuthenticatorFlow() ? all(execution.getFlowId()) : Stream.of(execution));
    }

    private @Nullable AuthenticatorConfigModel settings(@Nullable String id) {
        return id == null ? null : realm.getAuthenticatorConfigById(id);
    }

    /**
     * A step in its place.
     *
     * @param settings what is set there, or null where all is as by default
     */
    public record Placed(@Nullable AuthenticatorConfigModel settings) {}
}
