package io.cloakroom.tests.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The settings of one of our steps in a realm that is about to be created. */
public final class StepSettings {

    private final RealmRepresentation realm;
    private final String step;

    private StepSettings(RealmRepresentation realm, String step) {
        this.realm = realm;
        this.step = step;
    }

    public static StepSettings of(RealmRepresentation realm, String step) {
        return new StepSettings(realm, step);
    }

    /** Sets one value wherever the step stands in the realm's flows. */
    public StepSettings set(String key, String value) {
        executions().forEach(execution -> Realms.config(realm, alias(execution)).put(key, value));
        return this;
    }

    private List<AuthenticationExecutionExportRepresentation> executions() {
        List<AuthenticationExecutionExportRepresentation> found = realm.getAuthenticationFlows().stream()
                .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                .filter(execution -> Objects.equals(execution.getAuthenticator(), step))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("No flow of the realm has the step " + step);
        }
        return found;
    }

    private String alias(AuthenticationExecutionExportRepresentation execution) {
        if (execution.getAuthenticatorConfig() == null) {
            AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
            config.setAlias(
                    "settings of " + step + " " + realm.getAuthenticatorConfig().size());
            List<AuthenticatorConfigRepresentation> configs = new ArrayList<>(realm.getAuthenticatorConfig());
            configs.add(config);
            realm.setAuthenticatorConfig(configs);
            execution.setAuthenticatorConfig(config.getAlias());
        }
        return execution.getAuthenticatorConfig();
    }
}
