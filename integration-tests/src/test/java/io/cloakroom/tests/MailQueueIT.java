package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Metrics;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one node keeps for a mail server that is slow or silent, what it drops, and what it sends before it stops. */
class MailQueueIT {

    private static final int SENDERS = 2;
    private static final int CAPACITY = 8;
    /** What one realm may hold of it. */
    private static final int SHARE = 6;

    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    /** Less than a sender waits for a silent server. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static ClusterNode node;

    private final FaultySmtp smtp = FaultySmtp.healthy();

    MailQueueIT() throws IOException {}

    @BeforeAll
    static void a_node_with_a_small_queue() {
        node = Cluster.shared()
                .add(List.of(
                        "--spi-cloakroom-outbox--queued--threads=" + SENDERS,
                        "--spi-cloakroom-outbox--queued--capacity=" + CAPACITY));
    }

    @AfterAll
    static void without_it() {
        Cluster.shared().remove(node);
    }

    @BeforeEach
    void start() {
        node.start();
    }

    @AfterEach
    void end() throws IOException {
        smtp.close();
    }

    @Test
    void what_a_full_queue_drops_is_counted_and_looks_like_anything_else() {
        TestRealm realm = realm("900");
        String healthy = Starts.answer(realm, "before-0@example.com");
        Patience.until("the queue is empty", () -> depth() == 0);
        int dropped = mails("dropped-full");

        smtp.hang();
        List<String> answers =
                waiting(SHARE + 4).map(address -> Starts.atOnce(realm, address)).toList();

        assertThat(answers).containsOnly(healthy);
        Patience.until("four mails are counted as dropped", () -> mails("dropped-full") == dropped + 4);
        assertThat(depth()).isEqualTo(SHARE);
        smtp.recover();
        Patience.until("the queue is empty again", () -> depth() == 0);
        assertThat(smtp.recipients().stream().filter(address -> address.startsWith("waiting")))
                .containsExactlyInAnyOrderElementsOf(waiting(SHARE).toList());
    }

    @Test
    void what_waits_until_its_code_is_dead_is_dropped_and_counted() {
        TestRealm realm = realm("2");
        smtp.hang();
        waiting(SHARE).forEach(address -> Starts.answer(realm, address));
        Patience.until("each sender has a mail", () -> smtp.tries() == SENDERS);
        smtp.recover();

        Patience.until("the queue is empty", () -> depth() == 0);

        assertThat(mails("gave-up")).isEqualTo(SENDERS);
        assertThat(mails("dropped-expired")).isEqualTo(SHARE - SENDERS);
        assertThat(smtp.recipients()).isEmpty();
    }

    @Test
    void what_waits_when_the_node_is_told_to_stop_is_sent_before_it_does() {
        TestRealm realm = realm("900");
        smtp.slowDown(Duration.ofSeconds(1));
        waiting(SHARE).forEach(address -> Starts.answer(realm, address));
        assertThat(smtp.taken()).isLessThan(SHARE);

        node.close();

        assertThat(node.isAlive()).isFalse();
        assertThat(smtp.recipients())
                .containsExactlyInAnyOrderElementsOf(waiting(SHARE).toList());
    }

    /** Whoever types addresses of a domain whose mail server is away fills no queue with them. */
    @Test
    void strangers_whose_mail_is_turned_away_leave_half_of_the_queue_to_members() {
        TestRealm realm = realm("900");
        int dropped = mails("dropped-full");
        smtp.refuseThoseTo("nobody");

        for (int i = 0; i < CAPACITY; i++) {
            int before = smtp.tries();
            Starts.answer(realm, "nobody" + i + "@example.net");
            Patience.until("it was tried", () -> smtp.tries() > before);
        }

        Patience.until("half of them are dropped", () -> mails("dropped-full") == dropped + CAPACITY / 2);
        assertThat(depth()).isEqualTo(CAPACITY / 2);
        Starts.answer(realm, "waiting0@example.com");
        Patience.until("a member gets a mail", () -> smtp.recipients().contains("waiting0@example.com"));
        smtp.recover();
        Patience.until("the queue is empty", () -> depth() == 0);
        assertThat(smtp.recipients().stream().filter(address -> address.startsWith("nobody")))
                .hasSize(CAPACITY / 2);
        assertThat(mails("dropped-full")).isEqualTo(dropped + CAPACITY / 2);
    }

    /** One realm's mail server is nothing to another realm, however many mails wait for it. */
    @Test
    void a_mail_server_that_is_silent_holds_up_its_own_realm_only() throws IOException {
        int retried = mails("retried");
        try (FaultySmtp healthy = FaultySmtp.healthy()) {
            TestRealm other = realm("mail-queue-other", healthy, "900");
            TestRealm flooded = realm("900");
            smtp.hang();
            waiting(SHARE + 4).forEach(address -> Starts.answer(flooded, address));
            Patience.until("each sender has waited in vain", () -> mails("retried") == retried + SENDERS);

            for (int i = 0; i < 3; i++) {
                int mails = i + 1;
                Starts.answer(other, "waiting" + i + "@example.com");
                Patience.until("its mail is there", AT_ONCE, () -> healthy.taken() == mails);
                Patience.until("the silent one is asked again", () -> smtp.tries() > SENDERS);
            }
        }

        Patience.until("only the silent one's mails are left", () -> depth() == SHARE);
        smtp.recover();
        Patience.until("the queue is empty", Duration.ofMinutes(1), () -> depth() == 0);
        assertThat(smtp.recipients())
                .containsExactlyInAnyOrderElementsOf(waiting(SHARE).toList());
    }

    private TestRealm realm(String codeLifespan) {
        return realm("mail-queue", smtp, codeLifespan);
    }

    private static TestRealm realm(String name, FaultySmtp smtp, String codeLifespan) {
        TestRealm realm = new Realms(node).copy(name, representation -> {
            representation.getSmtpServer().put("port", "" + smtp.port());
            representation.getSmtpServer().put("timeout", "" + TIMEOUT.toMillis());
            StepSettings.of(representation, "cloakroom-email-otp").set("codeLifespan", codeLifespan);
        });
        realm.user("before-0@example.com");
        waiting(SHARE + 4).forEach(realm::user);
        return realm;
    }

    private static Stream<String> waiting(int mails) {
        return IntStream.range(0, mails).mapToObj(i -> "waiting" + i + "@example.com");
    }

    private static int depth() {
        return Metrics.of(node).value("cloakroom_mail_queue");
    }

    private static int mails(String result) {
        return Metrics.of(node).value("cloakroom_mails_total{result=\"" + result + "\"}");
    }
}
