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
 * Sends letters off the request thread: a fixed number at once, a bounded number waiting, three quarters of it for one
 * realm. A letter that a mail server turns away for now is tried again while its code lives; while the server of a realm is
 * away, the letters of that realm occupy one sender at most. A first try takes any place that is free for the realm, whoever
 * it is for; letters to strangers that wait to be tried again hold half of the places at most.
 */
final class DeliveryQueue {

    private static final Logger LOG = Logger.getLogger(DeliveryQueue.class);

    /** Waits before the second, third, … try. The last one repeats until the code is worth nothing. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    /** Members ask first whether a mail server is back: whoever chooses the addresses of strangers may choose slow ones. */
    private static final Duration STRANGERS_COME_AFTER = Duration.ofSeconds(1);
    /** Keycloak's own time for running requests at shutdown. */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Courier courier;
    private final Lanes lanes;
    /** Strangers choose the addresses, and so the mail servers, that say "not now": they may hold half of the places so. */
    private final Semaphore strangersRetries;

    private final ScheduledThreadPoolExecutor senders;
    private final MailMetrics metrics = new MailMetrics();

    DeliveryQueue(Courier courier, int threads, int capacity) {
        this.courier = courier;
        this.lanes = new Lanes(capacity, System::nanoTime);
        this.strangersRetries = new Semaphore(capacity / 2);
        AtomicInteger number = new AtomicInteger();
        this.senders = new ScheduledThreadPoolExecutor(threads, task -> {
            Thread thread = new Thread(task, "cloakroom-mail-" + number.incrementAndGet());
            thread.setContextClassLoader(DeliveryQueue.class.getClassLoader());
            return thread;
        });
        senders.setRemoveOnCancelPolicy(true);
        metrics.watchQueue(lanes::taken, capacity);
    }

    /** Accepts the letter, or drops it and counts it where the queue has no place for its realm. */
    void add(Delivery delivery) {
        if (lanes.enter(delivery.realmId())) {
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
            lanes.leave(attempt.delivery().realmId());
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
                lanes.leave(attempt.delivery().realmId());
                strangersRetries.release(attempt.isStrangersRetry() ? 1 : 0);
            }
        }
    }

    /** Whether the letter is to be tried again, and keeps its place. */
    private boolean sendOrReschedule(Attempt attempt) {
        Delivery delivery = attempt.delivery();
        Try tried = attempt.envelope() == null ? address(delivery) : send(delivery, attempt.envelope());
        Duration wait = tried.isHeldBack() ? tried.hold() : WAITS.get(Math.min(attempt.number(), WAITS.size() - 1));
        if (tried.outcome().mayPass() && !attempt.isWorthless(wait)) {
            return reschedule(attempt, attempt.after(tried), wait);
        }
        metrics.finished(tried.outcome(), tried.envelope());
        if (tried.envelope() != null) {
            courier.tell(delivery, tried.envelope(), tried.outcome());
        }
        return false;
    }

    private boolean reschedule(Attempt attempt, Attempt next, Duration wait) {
        if (next.isStrangersRetry() && !attempt.isStrangersRetry() && !strangersRetries.tryAcquire()) {
            metrics.dropped("full");
            return false;
        }
        if (next.number() > attempt.number()) {
            metrics.retried();
        }
        schedule(next, wait);
        return true;
    }

    private Try address(Delivery delivery) {
        return Mishap.orElse(
                Courier.NOT_DELIVERED,
                () -> courier.address(delivery)
                        .map(envelope -> send(delivery, envelope))
                        .orElseGet(() -> Try.of(Outcome.NOTHING, null)),
                failure -> Try.of(Outcome.of(failure), null));
    }

    private Try send(Delivery delivery, Envelope envelope) {
        Timer.Sample conversation = metrics.start();
        Duration hold = lanes.closedFor(delivery.realmId());
        if (!hold.isZero()) {
            boolean isForStranger = envelope.userId() == null;
            return new Try(Outcome.AWAY, envelope, isForStranger ? hold.plus(STRANGERS_COME_AFTER) : hold);
        }
        Outcome outcome = Outcome.FAILED;
        try {
            outcome = Mishap.orElse(Courier.NOT_DELIVERED, () -> courier.send(delivery, envelope), Outcome::of);
            return Try.of(outcome, envelope);
        } finally {
            lanes.answered(delivery.realmId(), outcome);
            metrics.stop(conversation);
        }
    }

    private void reportLost(int mails) {
        if (mails > 0) {
            LOG.warnf("%d mails were not sent before the server stopped; people have to ask for them again", mails);
        }
    }

    /**
     * What one try came to.
     *
     * @param envelope what was decided, or null where that is still to be done or nobody gets anything
     * @param hold how long the mail server is left alone, or zero where it was asked
     */
    private record Try(Outcome outcome, @Nullable Envelope envelope, Duration hold) {

        static Try of(Outcome outcome, @Nullable Envelope envelope) {
            return new Try(outcome, envelope, Duration.ZERO);
        }

        boolean isHeldBack() {
            return !hold.isZero();
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

        Attempt after(Try tried) {
            return new Attempt(delivery, number + (tried.isHeldBack() ? 0 : 1), tried.envelope());
        }

        boolean isStrangersRetry() {
            return envelope != null && envelope.userId() == null;
        }

        boolean isWorthless(Duration from) {
            long then = Time.currentTimeMillis() + from.toMillis();
            return then >= delivery.letter().deliverableUntil().toEpochMilli();
        }
    }
}
