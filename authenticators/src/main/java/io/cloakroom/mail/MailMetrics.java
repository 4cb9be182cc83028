package io.cloakroom.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts mails in the registry Keycloak publishes. Tags come from fixed words only, and all of them are there from the
 * start: what Prometheus first sees at one has not risen for it.
 */
final class MailMetrics {

    private static final String MAILS = "cloakroom.mails";
    private static final String RESULT = "result";

    private static final String RETRIED = "retried";
    private static final List<String> DROPS = List.of("full", "expired", "shutdown");

    private final List<Gauge> gauges = new ArrayList<>();

    MailMetrics() {
        Stream.of(Envelope.Kind.values()).map(Envelope.Kind::id).forEach(MailMetrics::counter);
        Stream.of(Outcome.values())
                .filter(outcome -> outcome != Outcome.SENT)
                .map(MailMetrics::loss)
                .forEach(MailMetrics::counter);
        DROPS.stream().map(MailMetrics::drop).forEach(MailMetrics::counter);
        counter(RETRIED);
        sending();
    }

    void watchQueue(IntSupplier waiting, int capacity) {
        gauges.add(gauge("cloakroom.mail.queue", "Mails that wait or are being sent on this node", waiting));
        gauges.add(gauge("cloakroom.mail.queue.capacity", "Mails that may wait on this node", () -> capacity));
    }

    void forgetQueue() {
        gauges.forEach(Metrics.globalRegistry::remove);
    }

    /** A letter that has left is counted by what its reader gets, any other one by why it has not. */
    void finished(Outcome outcome, @Nullable Envelope envelope) {
        counter(envelope != null && outcome == Outcome.SENT ? envelope.kind().id() : loss(outcome))
                .increment();
    }

    /** One conversation with the mail server, whatever came of it. */
    Timer.Sample start() {
        return Timer.start(Metrics.globalRegistry);
    }

    void stop(Timer.Sample conversation) {
        conversation.stop(sending());
    }

    void retried() {
        counter(RETRIED).increment();
    }

    void dropped(String reason) {
        counter(drop(reason)).increment();
    }

    private static String loss(Outcome outcome) {
        return switch (outcome) {
            case NOTHING -> "nothing";
            case REFUSED -> "refused";
            case TRY_AGAIN, AWAY -> "gave-up";
            case FAILED, DEFECT -> "failed";
            case SENT -> throw new IllegalArgumentException("It is not lost");
        };
    }

    private static String drop(String reason) {
        return "dropped-" + reason;
    }

    private static Counter counter(String result) {
        return Metrics.counter(MAILS, RESULT, result);
    }

    private static Timer sending() {
        return Timer.builder("cloakroom.mail.sending")
                .description("Rendering a mail and handing it to the mail server")
                .register(Metrics.globalRegistry);
    }

    private static Gauge gauge(String name, String description, IntSupplier value) {
        return Gauge.builder(name, value, IntSupplier::getAsInt)
                .description(description)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }
}
