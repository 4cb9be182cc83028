package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.Metrics;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import io.cloakroom.tests.mail.Mail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mail server that fails people while they sign in, and what they notice. Run by {@code mvn verify -Pdrills}. */
class MailDrill {

    private static final Duration DRILL = Duration.ofSeconds(Integer.getInteger("drill.seconds"));
    private static final Duration SLOW = Duration.ofSeconds(30);
    /** Longer than the server takes at its slowest, so that no mail is sent twice. */
    private static final Duration TIMEOUT = SLOW.multipliedBy(2);

    private static final List<String> RESULTS =
            List.of("member", "retried", "gave-up", "failed", "refused", "dropped-full", "dropped-expired");

    private final Cluster cluster = Cluster.shared();
    private final FaultySmtp smtp = FaultySmtp.healthy();

    MailDrill() throws IOException {}

    @AfterEach
    void end() throws IOException {
        smtp.close();
    }

    @Test
    void half_of_the_mails_cut_off() throws Exception {
        drill("Half of the mails cut off in DATA", server -> server.cut(2));
    }

    @Test
    void slow_by_half_a_minute() throws Exception {
        drill("Slow by 30 s", server -> server.slowDown(SLOW));
    }

    private void drill(String name, Consumer<FaultySmtp> fault) throws Exception {
        TestRealm realm = new Realms(cluster.node(0)).copy("mail-drill", representation -> {
            representation.getSmtpServer().put("port", "" + smtp.port());
            representation.getSmtpServer().put("timeout", "" + TIMEOUT.toMillis());
        });
        Figures figures;
        try (Load load = new Load(cluster, realm, this::newCode)) {
            figures = load.figures();
            load.awaitMoreLogins(10);
            fault.accept(smtp);
            Thread.sleep(DRILL.toMillis());
            smtp.recover();
            load.awaitMoreLogins(10);
        }
        Patience.until("nothing waits any more", TIMEOUT.plus(TIMEOUT), () -> mails("cloakroom_mail_queue") == 0);
        RESULTS.forEach(
                result -> figures.count("mails " + result, mails("cloakroom_mails_total{result=\"" + result + "\"}")));
        System.out.println(name + ": " + figures);
        assertThat(figures.value(Figures.TWICE)).isZero();
        assertThat(figures.value(Figures.ERRORS)).isZero();
        assertThat(Figures.mostLoginsOfOneSession(realm)).isEqualTo(1);
    }

    private Optional<String> newCode(String address) {
        return smtp.newest(address, SLOW.plusSeconds(10)).map(Mail::code);
    }

    private int mails(String metric) {
        return cluster.nodes().stream()
                .map(Metrics::of)
                .mapToInt(metrics -> metrics.value(metric))
                .sum();
    }
}
