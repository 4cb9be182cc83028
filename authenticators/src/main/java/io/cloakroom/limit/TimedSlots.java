package io.cloakroom.limit;

import java.util.Optional;
import java.util.stream.LongStream;
import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * For large allowances: time itself is cut into slots, exactly N to a window, some of them a millisecond longer than others
 * where they do not come out even; and a request may take any free one of the last N. That lets N through at once and one
 * more with every slot of time that passes: a token bucket that nobody has to fill.
 *
 * <p>Takers always take the oldest free slot. The slots that are taken are therefore the oldest ones, and a binary search
 * finds the border: about ten reads and one write, however large the allowance. After a full burst the bucket lets through
 * N in a window that follows as well, so over any window it is less than 2 N.
 */
final class TimedSlots implements Slots {

    private final SingleUseObjectProvider store;
    private final String window;
    private final Allowance allowance;

    TimedSlots(SingleUseObjectProvider store, String window, Allowance allowance) {
        this.store = store;
        this.window = window;
        this.allowance = allowance;
    }

    @Override
    public Optional<String> take() {
        long newest = newest();
        return LongStream.rangeClosed(oldestFree(newest), newest)
                .mapToObj(slot -> window + slot)
                .filter(key -> store.putIfAbsent(key, allowance.window().toSeconds() + 1))
                .findFirst();
    }

    @Override
    public void keep(String key) {
        // Its name says when it frees itself.
    }

    @Override
    public int taken() {
        long newest = newest();
        return (int) (oldestFree(newest) - oldest(newest));
    }

    @Override
    public boolean hasRoom() {
        return !isTaken(newest());
    }

    @Override
    public Wait untilRoom() {
        long now = Time.currentTimeMillis();
        return Wait.of(start(slot(now) + 1) - now);
    }

    private long newest() {
        return slot(Time.currentTimeMillis());
    }

    /** Nothing overflows for two thousand years: at most 100,000 times the milliseconds since 1970. */
    private long slot(long millis) {
        return millis * allowance.permits() / allowance.window().toMillis();
    }

    /** The first millisecond of that slot. */
    private long start(long slot) {
        return -Math.floorDiv(-slot * allowance.window().toMillis(), allowance.permits());
    }

    private long oldest(long newest) {
        return newest - allowance.permits() + 1;
    }

    /** The border between taken and free slots; one past the newest where none is free. */
    private long oldestFree(long newest) {
        long low = oldest(newest);
        long high = newest + 1;
        if (!isTaken(low)) {
            return low;
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (middle <= newest && isTaken(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isTaken(long slot) {
        return store.contains(window + slot);
    }
}
