package io.cloakroom.tests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the page about observability promises of metrics, events and alerts. */
public final class ObservabilityPage {

    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final Pattern TAG = Pattern.compile("`(\\w+)`: ((?:`[^`]+`(?:, )?)+)");

    private final String text;

    private ObservabilityPage(String text) {
        this.text = text;
    }

    public static ObservabilityPage read() {
        return new ObservabilityPage(read("observability.md"));
    }

    /** Another file of the documentation. */
    public static String read(String file) {
        try {
            return Files.readString(Path.of(System.getProperty("cloakroom.docs"), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tags of each metric, and the words of each tag. */
    public Map<String, Map<String, Set<String>>> metrics() {
        Map<String, Map<String, Set<String>>> metrics = new LinkedHashMap<>();
        for (List<String> row : table("metrics")) {
            Map<String, Set<String>> tags = new LinkedHashMap<>();
            TAG.matcher(row.get(2)).results().forEach(tag -> tags.put(tag.group(1), words(tag.group(2))));
            metrics.put(words(row.get(0)).iterator().next(), tags);
        }
        return metrics;
    }

    /** Every series as it is written at the server, with the parts of which a summary consists. */
    public Set<String> series() {
        Map<String, String> types = table("metrics").stream()
                .collect(Collectors.toMap(row -> row.get(0).replace("`", ""), row -> row.get(1)));
        Set<String> series = new TreeSet<>();
        metrics().forEach((name, tags) -> {
            if (types.get(name).equals("summary")) {
                List.of("_count", "_sum", "_max").forEach(part -> series.add(name + part));
            } else {
                combinations(tags).forEach(labels -> series.add(name + labels));
            }
        });
        return series;
    }

    /** The rows about events, in the words of Keycloak and ours. */
    public List<Told> events() {
        return table("events").stream()
                .map(row -> new Told(words(row.get(0)), words(row.get(1)), words(row.get(2))))
                .toList();
    }

    /** The words that a detail of ours may have; none where it holds an id, a time or a number. */
    public Map<String, Set<String>> details() {
        Map<String, Set<String>> details = new LinkedHashMap<>();
        table("details").forEach(row -> words(row.get(0)).forEach(key -> details.put(key, words(row.get(1)))));
        return details;
    }

    /** How severe each alert is. */
    public Map<String, String> alerts() {
        return table("alerts").stream()
                .collect(Collectors.toMap(row -> row.get(0).replace("`", ""), row -> row.get(1)));
    }

    private static Set<String> combinations(Map<String, Set<String>> tags) {
        Set<String> combined = Set.of("");
        for (Map.Entry<String, Set<String>> tag : tags.entrySet()) {
            Set<String> longer = new TreeSet<>();
            for (String before : combined) {
                tag.getValue()
                        .forEach(word -> longer.add(
                                before + (before.isEmpty() ? "" : ",") + tag.getKey() + "=\"" + word + "\""));
            }
            combined = longer;
        }
        return combined.stream()
                .map(labels -> labels.isEmpty() ? "" : "{" + labels + "}")
                .collect(Collectors.toSet());
    }

    private List<List<String>> table(String name) {
        String section = text.split("<!-- " + name + " -->\n", 2)[1].split("<!-- end -->", 2)[0];
        List<List<String>> rows = new ArrayList<>();
        section.lines()
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .forEach(rows::add);
        return rows;
    }

    private static Set<String> words(String cell) {
        return WORD.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * One row about events.
     *
     * @param errors none where nothing went wrong
     * @param details ours
     */
    public record Told(Set<String> types, Set<String> errors, Set<String> details) {}
}
