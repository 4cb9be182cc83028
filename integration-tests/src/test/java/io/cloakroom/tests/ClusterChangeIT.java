package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promise 10 to the permit while nodes come and go. */
class ClusterChangeIT {

    private static final String ADDRESS = "wanted@example.com";
    private static final int PERMITS = 7;

    private final Cluster cluster = Cluster.shared();

    @Test
    void a_node_that_dies_midway_and_comes_back_brings_no_permit_more_and_no_longer_wait() throws Exception {
        Duration window = Duration.ofSeconds(20);
        TestRealm realm = realm("mailsPerAddressAndNetwork", PERMITS + "/20s");
        ClusterNode mortal = cluster.node(1);

        List<Taken> all;
        try (Hammer hammer = Hammer.on(ADDRESS, cluster.nodes(), realm)) {
            hammer.awaitGranted(PERMITS - 2);
            mortal.kill();
            hammer.awaitGranted(PERMITS + 1);
            mortal.start();
            int before = hammer.granted();
            hammer.awaitGranted(before + PERMITS);
            all = hammer.taken();
        }

        Taken.assertNeverMore(all, PERMITS, window);
        // A machine that starts a server is slow; a window that began anew with each change would still show.
        assertThat(longestWait(all)).isLessThan(window.plusSeconds(15));
    }

    private TestRealm realm(String key, String budget) {
        return new Realms(cluster.node(0))
                .copy(
                        "cluster-change",
                        representation -> StepSettings.of(representation, "cloakroom-identify")
                                .set(key, budget));
    }

    private static Duration longestWait(List<Taken> all) {
        List<Instant> ends =
                Taken.granted(all).stream().map(Taken::end).sorted().toList();
        return IntStream.range(1, ends.size())
                .mapToObj(i -> Duration.between(ends.get(i - 1), ends.get(i)))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
