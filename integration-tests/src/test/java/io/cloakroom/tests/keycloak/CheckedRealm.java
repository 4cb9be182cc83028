package io.cloakroom.tests.keycloak;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloakroom.tests.keycloak.AdminApi.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** A realm that is asked how it stands, with one thing changed and changed back. */
public final class CheckedRealm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHECK = "/cloakroom/check";

    private final TestRealm realm;
    private final AdminApi api;

    public CheckedRealm(TestRealm realm) {
        this.realm = realm;
        this.api = AdminApi.of(realm);
        api.administrator("boss@example.com", "realm-admin");
    }

    /** How it stands, to the administrator who may do everything. */
    public Said ask() {
        return ask(api.tokenOf("boss@example.com"));
    }

    public Said ask(String token) {
        return new Said(api.get(token, CHECK));
    }

    /** The same once whoever asks has their token, and nobody gets one for a password any more. */
    public Said askWithoutDirectGrants() {
        String token = boss();
        realm.allowDirectGrants(false);
        try {
            return ask(token);
        } finally {
            realm.allowDirectGrants(true);
        }
    }

    /** The same where the request comes with that header, as the token's does. */
    public Said askSending(String header, String value) {
        AdminApi sending = api.sending(header, value);
        return new Said(sending.get(sending.tokenOf("boss@example.com"), CHECK));
    }

    /** Orders a test mail. */
    public Answer orderMail(String token) {
        return api.create(token, CHECK + "/test-mail", Map.of());
    }

    /** A token of a new administrator with that role. */
    public String administrator(String role) {
        api.administrator(role + "@example.com", role);
        return api.tokenOf(role + "@example.com");
    }

    public String boss() {
        return api.tokenOf("boss@example.com");
    }

    /** With those fields of the realm. */
    public Said with(Map<String, ?> fields) {
        String token = boss();
        Map<String, Object> before = api.get(token, "").json();
        Map<String, Object> changed = new LinkedHashMap<>(before);
        changed.putAll(fields);
        require(api.put(token, "", changed));
        try {
            return ask();
        } finally {
            require(api.put(boss(), "", before));
        }
    }

    /** With a step, or a sub-flow, of that flow at that requirement. */
    public Said withStep(String flow, String step, String requirement) {
        String before = realm.execution(flow, step).getRequirement();
        realm.setRequirement(flow, step, requirement);
        try {
            return ask();
        } finally {
            realm.setRequirement(flow, step, before);
        }
    }

    /** With those settings of a step of that flow. */
    public Said withSettings(String flow, String step, Map<String, String> settings) {
        String id = Objects.requireNonNull(
                realm.execution(flow, step).getAuthenticationConfig(), step + " has no settings");
        AuthenticatorConfigRepresentation config = realm.admin().flows().getAuthenticatorConfig(id);
        Map<String, String> before = config.getConfig();
        Map<String, String> changed = new LinkedHashMap<>(before);
        changed.putAll(settings);
        config.setConfig(changed);
        realm.admin().flows().updateAuthenticatorConfig(id, config);
        try {
            return ask();
        } finally {
            config.setConfig(before);
            realm.admin().flows().updateAuthenticatorConfig(id, config);
        }
    }

    /** With that required action switched off. */
    public Said withoutAction(String alias) {
        enable(alias, false);
        try {
            return ask();
        } finally {
            enable(alias, true);
        }
    }

    private void enable(String alias, boolean isEnabled) {
        RequiredActionProviderRepresentation action = realm.admin().flows().getRequiredAction(alias);
        action.setEnabled(isEnabled);
        realm.admin().flows().updateRequiredAction(alias, action);
    }

    private static void require(Answer answer) {
        if (answer.status() != 204) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /** What the check has said. */
    public record Said(Answer answer) {

        public String status() {
            return String.valueOf(answer.json().get("status"));
        }

        /** Each finding as its check and its level, in the order of the answer. */
        public List<String> findings() {
            return each().stream()
                    .map(finding -> finding.get("check") + " " + finding.get("level"))
                    .toList();
        }

        /** What was found by that check. */
        public List<String> found(String check) {
            return each().stream()
                    .filter(finding -> check.equals(finding.get("check")))
                    .map(finding -> String.valueOf(finding.get("found")))
                    .toList();
        }

        /** Each finding as it came. */
        public List<Map<String, String>> each() {
            return JSON.convertValue(answer.json().get("findings"), new TypeReference<>() {});
        }

        /** The checks that found nothing. */
        public List<String> passed() {
            return JSON.convertValue(answer.json().get("passed"), new TypeReference<>() {});
        }

        @Override
        public String toString() {
            return answer.toString();
        }
    }
}
