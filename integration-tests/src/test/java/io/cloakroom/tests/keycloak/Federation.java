package io.cloakroom.tests.keycloak;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** One realm as the identity provider of another, with the first login through it that {@code docs/flows.md} describes. */
public final class Federation {

    /** The provider's alias in the realm that trusts it. */
    public static final String ALIAS = "partner";

    private static final String CLIENT = "the-other-realm";
    private static final String SECRET = "between the two realms";
    private static final String FLOW = "first login through a provider";
    private static final String LINK = "link an account that is there";
    private static final String FACTOR = "second factor of that account";
    private static final String CONFIG = "code to the account that is there";

    private Federation() {}

    /** Makes the realm, which is about to be created, the provider of the one with that issuer. */
    public static void serve(RealmRepresentation provider, URI trusting) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CLIENT);
        client.setSecret(SECRET);
        client.setPublicClient(false);
        client.setStandardFlowEnabled(true);
        client.setRedirectUris(List.of(trusting + "/broker/" + ALIAS + "/endpoint"));
        provider.getClients().add(client);
    }

    /** Makes the realm, which is about to be created, trust the one with that issuer; but not what it says of addresses. */
    public static void trust(RealmRepresentation realm, URI provider) {
        addFirstLogin(realm);
        IdentityProviderRepresentation identityProvider = new IdentityProviderRepresentation();
        identityProvider.setAlias(ALIAS);
        identityProvider.setProviderId("oidc");
        identityProvider.setEnabled(true);
        identityProvider.setTrustEmail(false);
        identityProvider.setFirstBrokerLoginFlowAlias(FLOW);
        identityProvider.setConfig(endpointsOf(provider));
        realm.addIdentityProvider(identityProvider);
    }

    /** Has the same first login ask for the second factor of the account that is to be linked. */
    public static void askForSecondFactor(RealmRepresentation realm) {
        AuthenticationExecutionExportRepresentation configured = execution("REQUIRED", 10);
        configured.setAuthenticator("conditional-user-configured");
        AuthenticationExecutionExportRepresentation otp = execution("ALTERNATIVE", 20);
        otp.setAuthenticator("auth-otp-form");
        AuthenticationFlowRepresentation factor = flow(FACTOR, configured, otp);
        factor.setTopLevel(false);
        realm.getAuthenticationFlows().add(factor);

        AuthenticationExecutionExportRepresentation ask = execution("CONDITIONAL", 20);
        ask.setAuthenticatorFlow(true);
        ask.setFlowAlias(FACTOR);
        realm.getAuthenticationFlows().stream()
                .filter(flow -> flow.getAlias().equals(LINK))
                .forEach(flow -> {
                    List<AuthenticationExecutionExportRepresentation> steps =
                            new ArrayList<>(flow.getAuthenticationExecutions());
                    steps.add(ask);
                    flow.setAuthenticationExecutions(steps);
                });
    }

    private static Map<String, String> endpointsOf(URI provider) {
        String endpoints = provider + "/protocol/openid-connect/";
        return Map.of(
                "clientId",
                CLIENT,
                "clientSecret",
                SECRET,
                "clientAuthMethod",
                "client_secret_post",
                "issuer",
                provider.toString(),
                "authorizationUrl",
                endpoints + "auth",
                "tokenUrl",
                endpoints + "token",
                "userInfoUrl",
                endpoints + "userinfo",
                "jwksUrl",
                endpoints + "certs",
                "useJwksUrl",
                "true",
                "validateSignature",
                "true");
    }

    private static void addFirstLogin(RealmRepresentation realm) {
        AuthenticationExecutionExportRepresentation create = execution("ALTERNATIVE", 10);
        create.setAuthenticator("idp-create-user-if-unique");
        AuthenticationExecutionExportRepresentation link = execution("ALTERNATIVE", 20);
        link.setAuthenticatorFlow(true);
        link.setFlowAlias(LINK);
        realm.getAuthenticationFlows().add(flow(FLOW, create, link));

        AuthenticationExecutionExportRepresentation code = execution("REQUIRED", 10);
        code.setAuthenticator("cloakroom-email-otp");
        code.setAuthenticatorConfig(CONFIG);
        AuthenticationFlowRepresentation linking = flow(LINK, code);
        linking.setTopLevel(false);
        realm.getAuthenticationFlows().add(linking);

        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias(CONFIG);
        config.setConfig(Map.of("role", "identity-provider"));
        realm.getAuthenticatorConfig().add(config);
    }

    private static AuthenticationExecutionExportRepresentation execution(String requirement, int priority) {
        AuthenticationExecutionExportRepresentation execution = new AuthenticationExecutionExportRepresentation();
        execution.setRequirement(requirement);
        execution.setPriority(priority);
        return execution;
    }

    private static AuthenticationFlowRepresentation flow(
            String alias, AuthenticationExecutionExportRepresentation... executions) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        flow.setAuthenticationExecutions(List.of(executions));
        return flow;
    }
}
