package io.cloakroom.mail;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Whatever somebody else's code throws, themes and extensions included. The log gets the kind of it and the way that led
 * there, but no message: that of a foreign exception may hold the address.
 */
final class Mishap {

    private static final Logger LOG = Logger.getLogger(Mishap.class);

    /** A cause of a cause of a cause is enough; some causes are a circle. */
    private static final int CAUSES = 8;
    /** Longer ways are those of something that calls itself without end. */
    private static final int FRAMES = 60;

    private Mishap() {}

    /**
     * What the work comes to; where it throws anything at all, that is logged, and what the mishap comes to is the result.
     *
     * @param what could not be done, as a sentence
     */
    static <T> T orElse(String what, Supplier<T> work, Function<Throwable, T> otherwise) {
        return CompletableFuture.supplyAsync(work, Runnable::run)
                .exceptionally(wrapped -> {
                    Throwable failure = wrapped.getCause() == null ? wrapped : wrapped.getCause();
                    log(what, failure);
                    return otherwise.apply(failure);
                })
                .join();
    }

    static void log(String what, Throwable failure) {
        LOG.errorf("%s: %s", what, way(failure));
    }

    private static String way(Throwable failure) {
        StringBuilder way = new StringBuilder();
        Throwable cause = failure;
        for (int i = 0; i < CAUSES && cause != null; i++) {
            way.append(i == 0 ? "" : "\nCaused by: ").append(cause.getClass().getName());
            frames(way, cause.getStackTrace());
            cause = cause.getCause();
        }
        return way.toString();
    }

    private static void frames(StringBuilder way, StackTraceElement[] frames) {
        for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
            way.append("\n\tat ").append(frames[i]);
        }
        if (frames.length > FRAMES) {
            way.append("\n\t... ").append(frames.length - FRAMES).append(" more");
        }
    }
}
