package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What became of one request for a permit, and between which moments it was decided. */
record Taken(Instant start, Instant end, Page page) {

    static final int REFUSED = 429;

    boolean isGranted() {
        return page.status() == 200;
    }

    static List<Taken> granted(Collection<Taken> all) {
        assertThat(all).allMatch(taken -> taken.isGranted() || taken.page().status() == REFUSED);
        return all.stream().filter(Taken::isGranted).toList();
    }

    /** However slow the machine: where more than the budget were granted, the first and the last are a window apart. */
    static void assertNeverMore(Collection<Taken> all, int permits, Duration window) {
        List<Taken> granted =
                granted(all).stream().sorted(Comparator.comparing(Taken::start)).toList();
        for (int i = 0; i + permits < granted.size(); i++) {
            Instant latest = granted.subList(i, i + permits + 1).stream()
                    .map(Taken::end)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(Duration.between(granted.get(i).start(), latest))
                    .as("between %s permits more than %s", permits + 1, granted.get(i))
                    .isGreaterThanOrEqualTo(window);
        }
    }

    /** From the first request to the last answer. */
    static Duration span(Collection<Taken> all) {
        Instant first =
                all.stream().map(Taken::start).min(Comparator.naturalOrder()).orElseThrow();
        Instant last =
                all.stream().map(Taken::end).max(Comparator.naturalOrder()).orElseThrow();
        return Duration.between(first, last);
    }
}
