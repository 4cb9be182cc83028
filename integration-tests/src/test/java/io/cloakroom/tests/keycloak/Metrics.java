package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one server says about itself on its management port. */
public final class Metrics {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpRequest question;

    private Metrics(HttpRequest question) {
        this.question = question;
    }

    public static Metrics of(RunningKeycloak keycloak) {
        return new Metrics(HttpRequest.newBuilder(keycloak.managementUri().resolve("/metrics"))
                .build());
    }

    /** The value of a metric as it is written there, such as {@code a_total{result="b"}}; zero where it is not. */
    public int value(String metric) {
        return page().lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(metric.length() + 1)))
                .sum();
    }

    /** The names and tags of all series of ours. */
    public Set<String> ours() {
        return page().lines()
                .filter(line -> line.startsWith("cloakroom_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public String page() {
        try {
            return HTTP.send(question, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
