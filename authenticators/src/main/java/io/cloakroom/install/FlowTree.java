package io.cloakroom.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/**
 * A flow with all that stands below it: what it does, and not under which ids it is stored.
 *
 * @param alias its name
 * @param description what administrators read about it
 * @param provider which kind of flow it is
 * @param steps what stands in it, in order
 */
record FlowTree(String alias, String description, String provider, List<Step> steps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Two flows have the same fingerprint if they are called and do the same. */
    String fingerprint() {
        try {
            return HashUtils.sha256UrlEncodedHash(JSON.writeValueAsString(canonical()), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of the flow and of all flows below it. */
    Stream<String> aliases() {
        return Stream.concat(Stream.of(alias), below().flatMap(FlowTree::aliases));
    }

    /** The names of all settings in it. */
    Stream<String> settingsAliases() {
        return Stream.concat(
                steps.stream().map(Step::settings).filter(Objects::nonNull).map(Settings::alias),
                below().flatMap(FlowTree::settingsAliases));
    }

    private Stream<FlowTree> below() {
        return steps.stream().map(Step::flow).filter(Objects::nonNull);
    }

    private List<Object> canonical() {
        return List.of(
                alias,
                description,
                provider,
                steps.stream().map(Step::canonical).toList());
    }

    /**
     * What stands in a flow: a step or a flow.
     *
     * @param requirement whether it must succeed
     * @param authenticator the id of the step, or of the form that a form flow stands in
     * @param settings what the step is set to
     * @param flow the flow, where it is one
     */
    record Step(
            Requirement requirement,
            @Nullable String authenticator,
            @Nullable Settings settings,
            @Nullable FlowTree flow) {

        private List<Object> canonical() {
            return List.of(
                    requirement,
                    Objects.requireNonNullElse(authenticator, ""),
                    settings == null ? Map.of() : settings.values(),
                    flow == null ? List.of() : flow.canonical());
        }
    }

    /**
     * The settings of a step.
     *
     * @param alias their name, which does nothing
     * @param values by key; what is empty means the default, as if it were not there
     */
    record Settings(String alias, Map<String, String> values) {

        static Settings of(@Nullable String alias, @Nullable Map<String, String> values) {
            Map<String, String> all = Objects.requireNonNullElse(values, Map.of());
            return new Settings(
                    Objects.requireNonNullElse(alias, ""),
                    all.entrySet().stream()
                            .filter(entry -> entry.getValue() != null
                                    && !entry.getValue().isEmpty())
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
        }
    }
}
