package io.cloakroom.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is installed is what the reference realm shows: compared as it stands in the two files. */
class DefinitionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode realm = file("cloakroom-realm.json");
    private final JsonNode installed = file("cloakroom-flows.json");

    @Test
    void flows_and_their_settings_are_those_of_the_reference_realm() {
        assertThat(installed.path("authenticationFlows"))
                .isNotEmpty()
                .containsExactlyElementsOf(realm.path("authenticationFlows"));
        assertThat(installed.path("authenticatorConfig"))
                .isNotEmpty()
                .containsExactlyElementsOf(realm.path("authenticatorConfig"));
    }

    @Test
    void required_actions_are_those_of_ours_that_the_reference_realm_has() {
        List<JsonNode> ours = elements(realm.path("requiredActions"))
                .filter(action -> action.path("alias").asText().startsWith("cloakroom-"))
                .toList();

        assertThat(installed.path("requiredActions")).isNotEmpty().containsExactlyElementsOf(ours);
    }

    @Test
    void the_mapper_is_that_of_the_reference_realms_apps() {
        JsonNode mappers = installed.path("clientScopes").path(0).path("protocolMappers");

        assertThat(mappers).hasSize(1);
        assertThat(realm.path("clients"))
                .filteredOn(client -> client.path("standardFlowEnabled").asBoolean())
                .isNotEmpty()
                .allMatch(client -> client.path("protocolMappers").equals(mappers));
    }

    @Test
    void what_is_bound_is_what_the_reference_realm_binds() {
        assertThat(Slot.BROWSER.ours()).isEqualTo(realm.path("browserFlow").asText());
        assertThat(Slot.REGISTRATION.ours())
                .isEqualTo(realm.path("registrationFlow").asText());
        assertThat(Slot.RESET_CREDENTIALS.ours())
                .isEqualTo(realm.path("resetCredentialsFlow").asText());
    }

    @Test
    void the_jar_holds_all_of_it() {
        Definition definition = Definition.read();

        assertThat(definition.flows().stream().flatMap(FlowTree::aliases))
                .containsExactlyInAnyOrderElementsOf(aliases("authenticationFlows"));
        assertThat(definition.flows().stream().flatMap(FlowTree::settingsAliases))
                .containsExactlyInAnyOrderElementsOf(aliases("authenticatorConfig"));
        assertThat(definition.requiredActions()).hasSize(2);
        assertThat(definition.mapper().getProtocolMapper()).isEqualTo("cloakroom-amr-mapper");
    }

    private List<String> aliases(String what) {
        return elements(realm.path(what))
                .map(each -> each.path("alias").asText())
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode file(String name) {
        Path file = Path.of(System.getProperty("cloakroom.realm")).resolveSibling(name);
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
