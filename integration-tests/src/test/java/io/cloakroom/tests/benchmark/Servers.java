package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Metrics;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.representations.idm.RealmRepresentation;

/** One server, later two, as in production: its caches replicated, a heap that is there from the start. */
final class Servers {

    /** Keycloak's stacks are deep, and what a sample cuts off belongs to nobody. Costs nothing until one is taken. */
    private static final String DEEP_SAMPLES = "-XX:FlightRecorderOptions=stackdepth=512";

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Cluster cluster;

    private Servers(Cluster cluster) {
        this.cluster = cluster;
    }

    static Servers start(String... options) {
        Map<String, String> environment =
                Map.of("JAVA_OPTS_KC_HEAP", "-Xms1g -Xmx1g", "JAVA_OPTS_APPEND", DEEP_SAMPLES);
        return new Servers(Cluster.startWith(environment, List.of(options)));
    }

    ClusterNode first() {
        return cluster.node(0);
    }

    ClusterNode addNode() {
        return cluster.add();
    }

    void remove(ClusterNode node) {
        cluster.remove(node);
    }

    /** Waits until the first node has no mail left to send, so that what follows is not burdened by what was before. */
    void awaitEmptyQueue() {
        Metrics metrics = Metrics.of(first());
        try {
            while (metrics.value("cloakroom_mail_queue") > 0) {
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A realm made from the shipped one, whose mail server takes that long for each mail, with 100 members. */
    Site site(String name, Duration mail, Consumer<RealmRepresentation> tweak) {
        try {
            FaultySmtp smtp = FaultySmtp.slow(mail);
            TestRealm realm = new Realms(first()).copy(name, representation -> {
                representation.getSmtpServer().put("port", "" + smtp.port());
                tweak.accept(representation);
            });
            return filled(new Site(realm, smtp, 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same realm with so many members. */
    Site filled(Site site, int members) {
        cluster.fill(site.realm(), members);
        return new Site(site.realm(), site.smtp(), members);
    }
}
