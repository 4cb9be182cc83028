package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.MailServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to two nodes while people sign in, and what must hold whatever happens. */
final class ClusterFaults {

    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(10);
    private static final int UNDISTURBED = 10;

    private final Cluster cluster = Cluster.shared();
    private final TestRealm realm = new Realms(cluster.node(0)).copy("faults");
    private final Duration duration;

    /**
     * The same again and again.
     *
     * @param duration until it is over; once at least
     */
    ClusterFaults(Duration duration) {
        this.duration = duration;
        MailServer.shared().empty();
    }

    Figures rollingRestart() throws Exception {
        return under(() -> cluster.nodes().forEach(ClusterNode::restart));
    }

    Figures nodeKill() throws Exception {
        ClusterNode mortal = cluster.node(1);
        return under(() -> {
            mortal.kill();
            mortal.start();
        });
    }

    Figures databasePause() throws Exception {
        return under(() -> {
            cluster.pauseDatabase();
            try {
                Thread.sleep(DATABASE_PAUSE.toMillis());
            } finally {
                cluster.resumeDatabase();
            }
        });
    }

    private Figures under(Fault fault) throws Exception {
        Instant end = Instant.now().plus(duration);
        List<ServerLog> before = logs();
        Figures figures;
        try (Load load = new Load(cluster, realm, ClusterFaults::code)) {
            figures = load.figures();
            do {
                load.awaitMoreLogins(UNDISTURBED);
                fault.happen();
            } while (Instant.now().isBefore(end));
            load.awaitMoreLogins(UNDISTURBED);
        }
        for (int i = 0; i < before.size(); i++) {
            figures.count(
                    "exceptions through our code",
                    logs().get(i).exceptionsOfOurs().size()
                            - before.get(i).exceptionsOfOurs().size());
        }
        assertSound(figures);
        return figures;
    }

    private void assertSound(Figures figures) {
        assertThat(figures.value(Figures.TWICE)).as("%s", figures).isZero();
        assertThat(Figures.mostLoginsOfOneSession(realm)).as("%s", figures).isEqualTo(1);
    }

    private List<ServerLog> logs() throws IOException {
        List<ServerLog> logs = new ArrayList<>();
        for (ClusterNode node : cluster.nodes()) {
            logs.add(ServerLog.of(node.log()));
        }
        return logs;
    }

    private static Optional<String> code(String address) {
        try {
            return Optional.of(Inbox.of(address).lastCode());
        } catch (AssertionError late) {
            return Optional.empty();
        }
    }

    /** Something that goes wrong for a while. */
    @FunctionalInterface
    private interface Fault {
        void happen() throws Exception;
    }
}
