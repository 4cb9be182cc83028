package io.cloakroom.mail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;

/**
 * Sends letters off the request thread: a fixed number at once, a bounded number waiting. A letter that a mail server
 * turns away for now is tried again while its code lives.
 */
final class DeliveryQueue {

    private static final Logger LOG = Logger.getLogger(DeliveryQueue.class);

    /** Waits before the second, third, … try. The last one repeats until the code is worth nothing. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    /** Keycloak's own time for running requests at shutdown. */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Courier courier;
    private final Semaphore places;
    private final ScheduledThreadPoolExecutor senders;
    private final MailMetrics metrics = new MailMetrics();

    DeliveryQueue(Courier courier, int threads, int capacity) {
        this.courier = courier;
        this.places = new Semaphore(capacity);
        AtomicInteger number = new AtomicInteger();
        this.senders = new ScheduledThreadPoolExecutor(threads, task -> {
            Thread thread = new Thread(task, "cloakroom-mail-" + number.incrementAndGet());
            thread.setContextClassLoader(DeliveryQueue.class.getClassLoader());
            return thread;
        });
        senders.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        senders.setRemoveOnCancelPolicy(true);
        metrics.watchDepth(() -> capacity - places.availablePermits());
    }

    /** Accepts the letter, or drops it and counts it where the queue is full. */
    void add(Delivery delivery) {
        if (places.tryAcquire()) {
            schedule(delivery, 0, Duration.ZERO);
        } else {
            metrics.dropped("full");
        }
    }

    /** Sends what can still be sent, for at most ten seconds; counts what can't. */
    void drain() {
        senders.shutdown();
        try {
            if (!senders.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
                senders.shutdownNow();
            }
        } catch (InterruptedException e) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
        metrics.forgetDepth();
    }

    private void schedule(Delivery delivery, int tries, Duration wait) {
        try {
            // What a try comes to is counted in the try itself.
            var unused = senders.schedule(() -> attempt(delivery, tries), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            finish(() -> metrics.dropped("shutdown"));
        }
    }

    private void attempt(Delivery delivery, int tries) {
        if (isWorthless(delivery, Duration.ZERO)) {
            finish(() -> metrics.dropped("expired"));
            return;
        }
        Outcome outcome = deliver(delivery);
        Duration wait = WAITS.get(Math.min(tries, WAITS.size() - 1));
        if (outcome == Outcome.TRY_AGAIN && !isWorthless(delivery, wait)) {
            metrics.retried();
            schedule(delivery, tries + 1, wait);
        } else {
            finish(() -> metrics.finished(outcome));
        }
    }

    private Outcome deliver(Delivery delivery) {
        try {
            return courier.deliver(delivery);
        } catch (RuntimeException e) {
            // The class only: the message of a foreign exception may hold the address.
            LOG.errorf("A mail could not be delivered: %s", e.getClass().getName());
            return Outcome.TRY_AGAIN;
        }
    }

    private void finish(Runnable count) {
        places.release();
        count.run();
    }

    private static boolean isWorthless(Delivery delivery, Duration from) {
        long then = Time.currentTimeMillis() + from.toMillis();
        return then >= delivery.letter().expiresAt().toEpochMilli();
    }
}
