package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.cloakroom.tests.docs.ObservabilityPage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard and the alert rules ask for nothing but what the page about observability lists. */
class DashboardAndAlertsIT {

    private static final Pattern SELECTOR = Pattern.compile("(cloakroom_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)=(~?)\"([^\"]*)\"");
    /** Labels that Prometheus itself adds. */
    private static final Set<String> FROM_PROMETHEUS = Set.of("instance");

    private final ObservabilityPage page = ObservabilityPage.read();

    @Test
    void alerts_ask_for_metrics_that_are_there_and_lead_to_what_to_do() throws IOException {
        Map<String, String> severities = new TreeMap<>();
        for (JsonNode rule : rules()) {
            severities.put(
                    rule.get("alert").asText(),
                    rule.get("labels").get("severity").asText());
            assertThat(rule.get("annotations").get("description").asText()).isNotBlank();
            assertLeadsToAHeading(rule.get("annotations").get("runbook_url").asText());
            assertIsOfThePage(rule.get("expr").asText());
        }

        assertThat(severities).isEqualTo(page.alerts());
    }

    @Test
    void the_dashboard_asks_for_metrics_that_are_there_and_leaves_none_out() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(ObservabilityPage.read("observability/cloakroom-dashboard.json"));
        List<String> queries = dashboard.findValuesAsText("expr");

        queries.forEach(this::assertIsOfThePage);
        assertThat(String.join("\n", queries)).contains(page.metrics().keySet());
        assertThat(dashboard.findValues("datasource"))
                .allMatch(source -> source.toString().contains("${datasource}"));
        assertThat(dashboard.get("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    private static JsonNode rules() throws IOException {
        String yaml = ObservabilityPage.read("observability/cloakroom-alerts.yaml");
        JsonNode groups = new ObjectMapper(new YAMLFactory()).readTree(yaml).get("groups");
        assertThat(groups).hasSize(1);
        return groups.get(0).get("rules");
    }

    private static void assertLeadsToAHeading(String runbook) {
        String[] parts = runbook.split("#", 2);
        assertThat(parts[0]).isEqualTo("docs/operations.md");
        assertThat(ObservabilityPage.read("operations.md")
                        .lines()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-')))
                .contains(parts[1]);
    }

    private void assertIsOfThePage(String query) {
        for (MatchResult selector : SELECTOR.matcher(query).results().toList()) {
            String name = selector.group(1).replaceFirst("(_seconds)_(count|sum|max)$", "$1");
            Map<String, Set<String>> tags = page.metrics().get(name);
            assertThat(tags).as(query).isNotNull();
            Matcher matcher = MATCHER.matcher(Objects.requireNonNullElse(selector.group(2), ""));
            while (matcher.find()) {
                assertIsATag(tags, matcher, query);
            }
        }
    }

    private static void assertIsATag(Map<String, Set<String>> tags, Matcher matcher, String query) {
        if (FROM_PROMETHEUS.contains(matcher.group(1))) {
            return;
        }
        assertThat(tags).as(query).containsKey(matcher.group(1));
        List<String> alternatives = matcher.group(2).isEmpty()
                ? List.of(Pattern.quote(matcher.group(3)))
                : List.of(matcher.group(3).split("\\|"));
        for (String alternative : alternatives) {
            assertThat(tags.get(matcher.group(1))).as(query).anyMatch(word -> word.matches(alternative));
        }
    }
}
