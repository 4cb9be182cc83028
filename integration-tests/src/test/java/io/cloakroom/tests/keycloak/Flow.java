package io.cloakroom.tests.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A flow of a realm that is about to be created, put together step by step. */
public final class Flow {

    private final RealmRepresentation realm;
    private final AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
    private final List<AuthenticationExecutionExportRepresentation> executions = new ArrayList<>();

    private Flow(RealmRepresentation realm, String alias, boolean isTopLevel, String provider) {
        this.realm = realm;
        flow.setAlias(alias);
        flow.setProviderId(provider);
        flow.setTopLevel(isTopLevel);
        flow.setBuiltIn(false);
        flow.setAuthenticationExecutions(executions);
        realm.getAuthenticationFlows().add(flow);
    }

    /** Adds a flow of that name to the realm. */
    public static Flow of(RealmRepresentation realm, String alias) {
        return new Flow(realm, alias, true, "basic-flow");
    }

    /** The next step, which has to succeed, with these settings. */
    public Flow required(String step, Map<String, String> settings) {
        add(step, "REQUIRED", settings);
        return this;
    }

    public Flow required(String step) {
        return required(step, Map.of());
    }

    public Flow alternative(String step, Map<String, String> settings) {
        add(step, "ALTERNATIVE", settings);
        return this;
    }

    /** The next steps, which are taken where the conditions among them hold. */
    public Flow conditional(String alias, Consumer<Flow> steps) {
        steps.accept(sub(alias, "CONDITIONAL", "basic-flow", null));
        return this;
    }

    /** Keycloak's registration page with these form actions. */
    public Flow registrationForm(String alias, Consumer<Flow> actions) {
        actions.accept(sub(alias, "REQUIRED", "form-flow", "registration-page-form"));
        return this;
    }

    private Flow sub(String alias, String requirement, String provider, String form) {
        Flow sub = new Flow(realm, alias, false, provider);
        AuthenticationExecutionExportRepresentation execution = execution(requirement);
        execution.setAuthenticatorFlow(true);
        execution.setFlowAlias(alias);
        execution.setAuthenticator(form);
        executions.add(execution);
        return sub;
    }

    private void add(String step, String requirement, Map<String, String> settings) {
        AuthenticationExecutionExportRepresentation execution = execution(requirement);
        execution.setAuthenticator(step);
        if (!settings.isEmpty()) {
            AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
            config.setAlias(flow.getAlias() + ", step " + executions.size());
            config.setConfig(settings);
            realm.getAuthenticatorConfig().add(config);
            execution.setAuthenticatorConfig(config.getAlias());
        }
        executions.add(execution);
    }

    private AuthenticationExecutionExportRepresentation execution(String requirement) {
        AuthenticationExecutionExportRepresentation execution = new AuthenticationExecutionExportRepresentation();
        execution.setRequirement(requirement);
        execution.setPriority(10 * (executions.size() + 1));
        return execution;
    }
}
