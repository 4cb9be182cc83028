package io.cloakroom.tests;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.cloakroom.tests.fuzz.Findings;
import io.cloakroom.tests.fuzz.Fuzz;
import io.cloakroom.tests.fuzz.Heap;
import io.cloakroom.tests.fuzz.LogTraces;
import io.cloakroom.tests.fuzz.Plan;
import io.cloakroom.tests.fuzz.StockFaults;
import io.cloakroom.tests.keycloak.Metrics;
import io.cloakroom.tests.keycloak.RunningKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Bad input of every kind, at every place of ours: every answer is a page or a refusal, in time; nothing of it runs in a
 * page, breaks into the log, or stays in memory or metrics.
 */
class FuzzIT {

    /** What the fuzz may leave behind once its realms are gone: permits that live on, and caches of Keycloak's that fill. */
    private static final long MOST_BYTES_KEPT = 64L << 20;
    /** The capacity of the mail queue: nothing else of ours lives longer than its request. */
    private static final long MOST_OBJECTS_KEPT = 1000;

    private static RunningKeycloak keycloak;

    private final Plan plan = Plan.fromSystemProperties();

    @BeforeAll
    static void start() {
        keycloak = RunningKeycloak.another();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void whatever_is_sent_the_answer_is_calm() throws Exception {
        Set<String> series = Metrics.of(keycloak).ours();
        Findings findings;
        Heap before;
        String summary;
        try (Fuzz fuzz = Fuzz.prepare(keycloak, plan)) {
            before = Heap.of(keycloak);
            findings = fuzz.run();
            summary = fuzz.summary();
        }
        Heap after = Heap.of(keycloak);
        String log = Files.readString(keycloak.log());
        report(summary + "heap before " + before.bytes() + " bytes, after " + after.bytes() + "\n"
                + StockFaults.count(log));
        assertSoftly(softly -> {
            assertAnswers(softly, findings, log);
            assertLog(softly, log);
            assertMemory(softly, before, after);
            softly.assertThat(Metrics.of(keycloak).ours()).isEqualTo(series);
        });
    }

    private void assertAnswers(SoftAssertions softly, Findings findings, String log) {
        softly.assertThat(findings.all()).as("seed %d", plan.seed()).isEmpty();
        softly.assertThat(findings.silences())
                .as("seed %d: requests without an answer that no known fault explains", plan.seed())
                .hasSizeLessThanOrEqualTo(StockFaults.silences(log));
        softly.assertThat(findings.serverErrors())
                .as("seed %d: server errors that no known fault of Keycloak's explains", plan.seed())
                .hasSizeLessThanOrEqualTo(StockFaults.known(log).size());
    }

    private void assertLog(SoftAssertions softly, String log) {
        softly.assertThat(StockFaults.unknown(log)).as("seed %d", plan.seed()).isEmpty();
        // In the words of a fault of Keycloak's own there may be anything.
        softly.assertThat(StockFaults.unexplained(log).flatMap(String::lines)).noneMatch(LogTraces::isForged);
        softly.assertThat(log.lines()).noneMatch(LogTraces::quotesWhatWasSent);
    }

    private void assertMemory(SoftAssertions softly, Heap before, Heap after) {
        softly.assertThat(after.bytes() - before.bytes()).as("bytes kept").isLessThan(MOST_BYTES_KEPT);
        after.ours()
                .forEach(
                        (type, count) -> softly.assertThat(count - before.ours().getOrDefault(type, 0L))
                                .as(type)
                                .isLessThan(MOST_OBJECTS_KEPT));
    }

    private static void report(String text) throws IOException {
        Files.writeString(Path.of(System.getProperty("cloakroom.target"), "fuzz-report.txt"), text);
    }
}
