package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.BulkMembers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;

/**
 * How many logins a number of browsers gets done.
 *
 * @param perSecond logins that were begun and ended
 * @param address what people waited for the answer to their address
 */
record Throughput(double perSecond, Sample address) {

    /** Each browser signs people in one after the other; no two of them sign in the same people. */
    static Throughput of(int browsers, Duration time, ToLongFunction<String> login) {
        ExecutorService threads = Executors.newFixedThreadPool(browsers);
        Sample address = new Sample();
        try {
            long start = System.nanoTime();
            List<Future<Integer>> pending = new ArrayList<>();
            for (int browser = 0; browser < browsers; browser++) {
                int number = browser;
                pending.add(threads.submit(() -> repeat(start + time.toNanos(), turn -> {
                    address.add(login.applyAsLong(BulkMembers.address(number + browsers * (turn % 10))));
                })));
            }
            int logins = 0;
            for (Future<Integer> done : pending) {
                logins += done.get();
            }
            return new Throughput(logins * 1e9 / (System.nanoTime() - start), address);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A login failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int repeat(long deadline, IntConsumer login) {
        int turn = 0;
        while (System.nanoTime() < deadline) {
            login.accept(turn++);
        }
        return turn;
    }
}
