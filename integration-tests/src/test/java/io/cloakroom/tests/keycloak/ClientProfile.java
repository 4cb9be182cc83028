package io.cloakroom.tests.keycloak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;

/** A client profile of a realm, which names the flow that its clients sign in by. */
public record ClientProfile(TestRealm realm, String name) {

    private static final String ALIAS = "auth-flow-alias";

    public static ClientProfile of(TestRealm realm, String name) {
        return new ClientProfile(realm, name);
    }

    /** Makes it the realm's only one, and lets it name that flow. */
    public void choosing(String alias) {
        ClientPolicyExecutorRepresentation executor = new ClientPolicyExecutorRepresentation();
        executor.setExecutorProviderId("auth-flow-enforcer");
        executor.setConfiguration(JsonNodeFactory.instance.objectNode().put(ALIAS, alias));
        ClientProfileRepresentation profile = new ClientProfileRepresentation();
        profile.setName(name);
        profile.setExecutors(List.of(executor));
        ClientProfilesRepresentation all = new ClientProfilesRepresentation();
        all.setProfiles(List.of(profile));
        realm.admin().clientPoliciesProfilesResource().updateProfiles(all);
    }

    /** Makes it count for every client of the realm. */
    public void apply() {
        ClientPolicyConditionRepresentation any = new ClientPolicyConditionRepresentation();
        any.setConditionProviderId("any-client");
        any.setConfiguration(JsonNodeFactory.instance.objectNode());
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName(name);
        policy.setEnabled(true);
        policy.setConditions(List.of(any));
        policy.setProfiles(List.of(name));
        ClientPoliciesRepresentation all = new ClientPoliciesRepresentation();
        all.setPolicies(List.of(policy));
        realm.admin().clientPoliciesPoliciesResource().updatePolicies(all);
    }

    /** Takes it away, with all others. */
    public void remove() {
        ClientProfilesRepresentation none = new ClientProfilesRepresentation();
        none.setProfiles(List.of());
        realm.admin().clientPoliciesProfilesResource().updateProfiles(none);
    }

    /** The flow that it names now. */
    public String chosen() {
        return realm.admin().clientPoliciesProfilesResource().getProfiles(false).getProfiles().stream()
                .filter(profile -> profile.getName().equals(name))
                .flatMap(profile -> profile.getExecutors().stream())
                .map(executor -> executor.getConfiguration().path(ALIAS).asText())
                .findFirst()
                .orElseThrow();
    }
}
