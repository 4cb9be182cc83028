package io.cloakroom.limit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * For small allowances, exact: N permits a window are N numbered slots, each an entry that lives one window.
 *
 * <p>Creating an entry is atomic across threads and nodes, so there are never more than N in any window, and a slot frees
 * itself one window after it was taken, whatever the nodes' clocks say. The search starts anywhere: while there is room,
 * one or two tries find it. A slot that was kept carries the time it frees itself, which is how a refusal knows the wait.
 */
final class NumberedSlots implements Slots {

    private static final String UNTIL = "until";
    /** Whoever takes a permit keeps it or gives it back within one request. */
    private static final long UNDECIDED_MILLIS = 1000;

    private final SingleUseObjectProvider store;
    private final String window;
    private final Allowance allowance;

    NumberedSlots(SingleUseObjectProvider store, String window, Allowance allowance) {
        this.store = store;
        this.window = window;
        this.allowance = allowance;
    }

    @Override
    public Optional<String> take() {
        int start = ThreadLocalRandom.current().nextInt(allowance.permits());
        return IntStream.range(0, allowance.permits())
                .mapToObj(i -> window + (start + i) % allowance.permits())
                .filter(key -> store.putIfAbsent(key, allowance.window().toSeconds()))
                .findFirst();
    }

    @Override
    public void keep(String key) {
        long until = Time.currentTimeMillis() + allowance.window().toMillis();
        store.put(key, allowance.window().toSeconds(), Map.of(UNTIL, Long.toString(until)));
    }

    @Override
    public int taken() {
        return (int) IntStream.range(0, allowance.permits())
                .filter(i -> store.contains(window + i))
                .count();
    }

    @Override
    public boolean hasRoom() {
        return IntStream.range(0, allowance.permits()).anyMatch(i -> !store.contains(window + i));
    }

    @Override
    public Wait untilRoom() {
        long now = Time.currentTimeMillis();
        long latest = now + allowance.window().toMillis();
        List<OptionalLong> ends = IntStream.range(0, allowance.permits())
                .mapToObj(i -> end(window + i, now))
                .toList();
        long earliest = ends.stream().mapToLong(end -> end.orElse(latest)).min().orElse(latest);
        long millis = Math.max(1, Math.min(earliest, latest) - now);
        boolean isSettled = ends.stream().allMatch(OptionalLong::isPresent);
        return isSettled ? Wait.of(millis) : new Wait(millis, Math.min(millis, UNDECIDED_MILLIS));
    }

    /** When the slot frees itself; nothing while whoever took it may still give it back. */
    private OptionalLong end(String key, long now) {
        Map<String, String> notes = store.get(key);
        if (notes == null) {
            return OptionalLong.of(now);
        }
        String until = notes.get(UNTIL);
        return until == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(until));
    }
}
