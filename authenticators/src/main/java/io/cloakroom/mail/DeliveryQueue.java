package io.cloakroom.mail;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;

/**
 * Sends letters off the request thread: a fixed number at once, a bounded number waiting. A letter that a mail server
 * turns away for now is tried again while its code lives. A first try takes any place that is free, whoever it is for;
 * letters to strangers that wait to be tried again hold half of the places at most.
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
    /** Strangers choose the addresses, and so the mail servers, that say "not now": they may hold half of the places so. */
    private final Semaphore strangersRetries;

    private final ScheduledThreadPoolExecutor senders;
    private final MailMetrics metrics = new MailMetrics();

    DeliveryQueue(Courier courier, int threads, int capacity) {
        this.courier = courier;
        this.places = new Semaphore(capacity);
        this.strangersRetries = new Semaphore(capacity / 2);
        AtomicInteger number = new AtomicInteger();
        this.senders = new ScheduledThreadPoolExecutor(threads, task -> {
            Thread thread = new Thread(task, "cloakroom-mail-" + number.incrementAndGet());
            thread.setContextClassLoader(DeliveryQueue.class.getClassLoader());
            return thread;
        });
        senders.setRemoveOnCancelPolicy(true);
        metrics.watchQueue(() -> capacity - places.availablePermits(), capacity);
    }

    /** Accepts the letter, or drops it and counts it where the queue is full. */
    void add(Delivery delivery) {
        if (places.tryAcquire()) {
            schedule(new Attempt(delivery, 0, null), delivery.rest());
        } else {
            metrics.dropped("full");
        }
    }

    /** Sends what can still be sent, for at most ten seconds; counts what can't. */
    void drain() {
        int comeTooLate = senders.getQueue().size();
        senders.getQueue().removeIf(DeliveryQueue::isDueAfterTheEnd);
        comeTooLate -= senders.getQueue().size();
        senders.shutdown();
        try {
            int unsent = senders.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)
                    ? 0
                    : senders.shutdownNow().size();
            reportLost(comeTooLate + unsent);
        } catch (InterruptedException e) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
        metrics.forgetQueue();
    }

    private static boolean isDueAfterTheEnd(Runnable task) {
        return task instanceof Delayed delayed && delayed.getDelay(TimeUnit.MILLISECONDS) > DRAIN.toMillis();
    }

    private void schedule(Attempt attempt, Duration wait) {
        try {
            // What a try comes to is counted in the try itself.
            var unused = senders.schedule(() -> run(attempt), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            places.release();
            metrics.dropped("shutdown");
        }
    }

    private void run(Attempt attempt) {
        boolean rescheduled = false;
        try {
            if (attempt.isWorthless(Duration.ZERO)) {
                metrics.dropped("expired");
            } else {
                rescheduled = sendOrReschedule(attempt);
            }
        } finally {
            if (!rescheduled) {
                places.release();
                strangersRetries.release(attempt.isStrangersRetry() ? 1 : 0);
            }
        }
    }

    /** Whether the letter is to be tried again, and keeps its place. */
    private boolean sendOrReschedule(Attempt attempt) {
        Envelope envelope = attempt.envelope();
        Outcome outcome = Outcome.TRY_AGAIN;
        try {
            envelope = envelope == null ? courier.address(attempt.delivery()) : envelope;
            outcome = envelope.kind() == Outcome.NOTHING ? Outcome.NOTHING : send(attempt.delivery(), envelope);
        } catch (RuntimeException e) {
            // The kind only: the message of a foreign exception may hold the address.
            LOG.errorf("A mail could not be delivered: %s", e.getClass().getName());
        }
        Duration wait = WAITS.get(Math.min(attempt.number(), WAITS.size() - 1));
        if (outcome == Outcome.TRY_AGAIN && !attempt.isWorthless(wait)) {
            return reschedule(attempt, new Attempt(attempt.delivery(), attempt.number() + 1, envelope), wait);
        }
        metrics.finished(outcome);
        if (envelope != null) {
            courier.tell(attempt.delivery(), envelope, outcome);
        }
        return false;
    }

    private boolean reschedule(Attempt attempt, Attempt next, Duration wait) {
        if (next.isStrangersRetry() && !attempt.isStrangersRetry() && !strangersRetries.tryAcquire()) {
            metrics.dropped("full");
            return false;
        }
        metrics.retried();
        schedule(next, wait);
        return true;
    }

    private Outcome send(Delivery delivery, Envelope envelope) {
        Timer.Sample conversation = metrics.start();
        try {
            return courier.send(delivery, envelope);
        } finally {
            metrics.stop(conversation);
        }
    }

    private void reportLost(int mails) {
        if (mails > 0) {
            LOG.warnf("%d mails were not sent before the server stopped; people have to ask for them again", mails);
        }
    }

    /**
     * One try to deliver.
     *
     * @param number of tries before this one
     * @param envelope what an earlier try has decided, or null
     */
    private record Attempt(
            Delivery delivery, int number, @Nullable Envelope envelope) {

        boolean isStrangersRetry() {
            return envelope != null && envelope.userId() == null;
        }

        boolean isWorthless(Duration from) {
            long then = Time.currentTimeMillis() + from.toMillis();
            return then >= delivery.letter().deliverableUntil().toEpochMilli();
        }
    }
}
