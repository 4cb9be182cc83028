package io.cloakroom.flow;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.services.resources.LoginActionsService;

/**
 * The flow that a request is to go through, by the path that it came on. Keycloak takes a step's form on any path, and
 * then goes on with the flow of that path (seen in 26.7.3).
 */
final class Path {

    private final AuthenticationFlowContext context;
    private final RealmModel realm;

    Path(AuthenticationFlowContext context) {
        this.context = context;
        this.realm = context.getRealm();
    }

    /** Whether the step stands in that flow. A flow that an identity provider begins is not ours to know. */
    boolean hasStep() {
        String own = context.getTopLevelFlow().getId();
        return flow().map(AuthenticationFlowModel::getId)
                .filter(id -> !id.equals(own))
                .isEmpty();
    }

    /** The executions of that flow which come before the step, in their order; none where it does not stand there. */
    Set<String> before() {
        Set<String> passed = new LinkedHashSet<>();
        AuthenticationFlowModel flow = flow().orElseGet(context::getTopLevelFlow);
        boolean isThere = collect(flow.getId(), context.getExecution().getId(), passed);
        return isThere ? passed : Set.of();
    }

    private Optional<AuthenticationFlowModel> flow() {
        return Optional.ofNullable(
                switch (context.getFlowPath()) {
                    case LoginActionsService.AUTHENTICATE_PATH ->
                        AuthenticationFlowResolver.resolveBrowserFlow(context.getAuthenticationSession());
                    case LoginActionsService.REGISTRATION_PATH -> realm.getRegistrationFlow();
                    case LoginActionsService.RESET_CREDENTIALS_PATH -> realm.getResetCredentialsFlow();
                    default -> null;
                });
    }

    /** Whether the step was met. */
    private boolean collect(String flowId, String step, Set<String> passed) {
        List<AuthenticationExecutionModel> executions = realm.getAuthenticationExecutionsStream(flowId)
                .sorted(Comparator.comparingInt(AuthenticationExecutionModel::getPriority))
                .toList();
        for (AuthenticationExecutionModel execution : executions) {
            if (execution.getId().equals(step)) {
                return true;
            }
            passed.add(execution.getId());
            if (execution.isAuthenticatorFlow() && collect(execution.getFlowId(), step, passed)) {
                return true;
            }
        }
        return false;
    }
}
