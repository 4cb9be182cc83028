package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Switch;
import io.cloakroom.limit.Network;
import io.cloakroom.link.NotMeAction;
import io.cloakroom.link.OtherDevice;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.Purpose;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;

/** What the queue makes of letters with which somebody else's code does not come to an end; the rest is seen from outside. */
class DeliveryQueueTest {

    private final SimpleMeterRegistry counted = new SimpleMeterRegistry();
    private final Logger logger = Logger.getLogger(Mishap.class.getName());
    private final LogLines log = new LogLines();

    @BeforeEach
    void look() {
        Metrics.addRegistry(counted);
        logger.addHandler(log);
    }

    @AfterEach
    void look_away() {
        logger.removeHandler(log);
        Metrics.removeRegistry(counted);
    }

    @Test
    void a_method_that_is_missing_loses_no_letter_without_a_word() {
        deliver(new NoSuchMethodError("ada@example.com"));

        assertThat(mails("failed")).isEqualTo(1);
        assertThat(mails("retried")).isZero();
        assertThat(log.lines)
                .singleElement()
                .asString()
                .startsWith("A mail could not be delivered: java.lang.NoSuchMethodError\n\tat ")
                .contains("io.cloakroom.mail.Courier.address(")
                .doesNotContain("ada@");
    }

    @Test
    void a_call_without_end_is_told_with_the_beginning_of_its_way() {
        deliver(new StackOverflowError() {
            @Override
            public StackTraceElement[] getStackTrace() {
                return Collections.nCopies(1000, new StackTraceElement("Theme", "again", null, 1))
                        .toArray(StackTraceElement[]::new);
            }
        });

        assertThat(mails("failed")).isEqualTo(1);
        assertThat(log.lines)
                .singleElement()
                .asString()
                .contains("\tat Theme.again")
                .endsWith("... 940 more");
    }

    @Test
    void what_may_pass_is_tried_again_and_told_with_its_causes_and_without_their_words() {
        deliver(new IllegalStateException("ada@example.com", new IllegalArgumentException("grace@example.com")));

        assertThat(mails("dropped-shutdown")).isEqualTo(1);
        assertThat(mails("failed")).isZero();
        assertThat(log.lines)
                .as("one try, or two where the first one was over before the end began")
                .isNotEmpty()
                .first()
                .asString()
                .startsWith("A mail could not be delivered: java.lang.IllegalStateException\n\tat ")
                .contains("\nCaused by: java.lang.IllegalArgumentException\n\tat ")
                .doesNotContain("ada@", "grace@");
    }

    /** One letter, where every transaction begins with that; until nothing is done with it any more. */
    private static void deliver(Throwable mishap) {
        KeycloakSessionFactory sessions = (KeycloakSessionFactory) Proxy.newProxyInstance(
                DeliveryQueueTest.class.getClassLoader(),
                new Class<?>[] {KeycloakSessionFactory.class},
                (proxy, method, arguments) -> {
                    throw mishap.fillInStackTrace();
                });
        DeliveryQueue queue = new DeliveryQueue(new Courier(sessions), 1, 10);
        queue.add(new Delivery(
                letter(),
                new Reception(UnknownAddress.NOTICE, TakenAddress.NOTICE, new EmailDomains(List.of(), List.of()))));
        queue.drain();
    }

    private static ProofLetter letter() {
        Instant now = Instant.now();
        Address ada = Address.parse("ada@example.com").orElseThrow();
        return new ProofLetter(
                new PendingProof("id-1", ada, "key-1", "mac", now, now.plus(Duration.ofMinutes(15)), 1),
                "ABCDEFGH",
                Purpose.SIGN_IN,
                new Contents(Contents.Kind.CODE, OtherDevice.CONFIRM, NotMeAction.STOP, Switch.OFF),
                new MailRequest("realm", "app", "en", "", now, Optional.empty(), "login", "tab", new Network("", "")),
                TakenAddress.NOTICE,
                null);
    }

    private double mails(String result) {
        return counted.get("cloakroom.mails").tag("result", result).counter().count();
    }

    private static final class LogLines extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
