package io.cloakroom.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Counts mails in the registry Keycloak publishes. Tags come from fixed words only. */
final class MailMetrics {

    private static final String MAILS = "cloakroom.mails";
    private static final String RESULT = "result";

    private @Nullable Gauge depth;

    void watchDepth(IntSupplier waiting) {
        depth = Gauge.builder("cloakroom.mail.queue", waiting, IntSupplier::getAsInt)
                .description("Mails that wait or are being sent on this node")
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    void forgetDepth() {
        if (depth != null) {
            Metrics.globalRegistry.remove(depth);
        }
    }

    void finished(Outcome outcome) {
        count(outcome == Outcome.TRY_AGAIN ? "gave-up" : outcome.id());
    }

    /** One conversation with the mail server, whatever came of it. */
    Timer.Sample start() {
        return Timer.start(Metrics.globalRegistry);
    }

    void stop(Timer.Sample conversation) {
        conversation.stop(Timer.builder("cloakroom.mail.sending")
                .description("Rendering a mail and handing it to the mail server")
                .register(Metrics.globalRegistry));
    }

    void retried() {
        count("retried");
    }

    void dropped(String reason) {
        count("dropped-" + reason);
    }

    private static void count(String result) {
        Metrics.counter(MAILS, RESULT, result).increment();
    }
}
