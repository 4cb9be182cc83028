package io.cloakroom.tests.benchmark;

import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Flows of nothing but Keycloak's own steps, to measure ours against. */
final class StockFlows {

    /** The app whose people see Keycloak's own page for the name first and the one for the password then. */
    static final String USERNAME_FORM_APP = "stock-app";

    private static final String BROWSER = "stock browser";
    private static final String FORMS = "stock forms";
    private static final String MAIL = "stock mail";

    private StockFlows() {}

    /** Adds an app with the shape of Keycloak's own browser flow to a realm that is about to be created. */
    static void addUsernameForm(RealmRepresentation realm) {
        AuthenticationExecutionExportRepresentation forms = alternative(null);
        forms.setAuthenticatorFlow(true);
        forms.setFlowAlias(FORMS);
        AuthenticationFlowRepresentation browser =
                flow(BROWSER, alternative("auth-cookie"), alternative("identity-provider-redirector"), forms);
        AuthenticationFlowRepresentation pages =
                flow(FORMS, required("auth-username-form"), required("auth-password-form"));
        pages.setTopLevel(false);
        realm.getAuthenticationFlows().addAll(List.of(browser, pages));
        realm.getClients().add(boundTo(BROWSER));
    }

    /**
     * Has everybody of a realm that is about to be created sign in by Keycloak's own link, which it mails while the person
     * waits: the two steps with which it resets credentials, and no credential to reset.
     */
    static void mailInTheRequest(RealmRepresentation realm) {
        realm.getAuthenticationFlows()
                .add(flow(MAIL, required("reset-credentials-choose-user"), required("reset-credential-email")));
        realm.setBrowserFlow(MAIL);
        realm.setResetCredentialsFlow(MAIL);
    }

    private static ClientRepresentation boundTo(String flow) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(USERNAME_FORM_APP);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setRedirectUris(List.of("http://localhost/*"));
        client.setAttributes(Map.of("cloakroom.browserFlow", flow));
        return client;
    }

    private static AuthenticationExecutionExportRepresentation required(String step) {
        return execution(step, "REQUIRED");
    }

    private static AuthenticationExecutionExportRepresentation alternative(String step) {
        return execution(step, "ALTERNATIVE");
    }

    private static AuthenticationExecutionExportRepresentation execution(String step, String requirement) {
        AuthenticationExecutionExportRepresentation execution = new AuthenticationExecutionExportRepresentation();
        execution.setAuthenticator(step);
        execution.setRequirement(requirement);
        return execution;
    }

    private static AuthenticationFlowRepresentation flow(
            String alias, AuthenticationExecutionExportRepresentation... executions) {
        for (int i = 0; i < executions.length; i++) {
            executions[i].setPriority(10 * (i + 1));
        }
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        flow.setAuthenticationExecutions(List.of(executions));
        return flow;
    }
}
