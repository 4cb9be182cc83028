package io.cloakroom.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.keycloak.models.SingleUseObjectProvider;

/** Takes permits from the store that all nodes share; asks this node's memory of refusals first. */
final class SharedPermits implements Permits {

    private static final String PREFIX = "cloakroom.permit.";
    /** 128 bits of a hash: enough that no two subjects ever share a slot by accident. */
    private static final int KEY_BYTES = 16;
    /** How long a node need not ask again whether something has happened before. */
    private static final long REPEAT_MILLIS = 10_000;

    private final SingleUseObjectProvider store;
    private final Refusals refusals;
    private final String realmId;

    SharedPermits(SingleUseObjectProvider store, Refusals refusals, String realmId) {
        this.store = store;
        this.refusals = refusals;
        this.realmId = realmId;
    }

    @Override
    public Decision take(List<Limit> limits) {
        List<Window> windows =
                limits.stream().flatMap(limit -> windows(limit).stream()).toList();
        for (Window window : windows) {
            OptionalLong known = refusals.millisLeft(window.name());
            if (known.isPresent()) {
                return refused(window, known.getAsLong(), false);
            }
        }
        List<Taken> taken = new ArrayList<>();
        for (Window window : windows) {
            Optional<String> key = window.slots().take();
            if (key.isEmpty()) {
                taken.forEach(this::giveBack);
                Wait wait = window.slots().untilRoom();
                refusals.remember(window.name(), wait.certain());
                return refused(window, wait.millis(), true);
            }
            taken.add(new Taken(window, key.get()));
        }
        return new Decision.Granted(
                () -> taken.forEach(permit -> permit.window().slots().keep(permit.key())),
                () -> taken.forEach(this::giveBack));
    }

    @Override
    public boolean isFirst(Limit once) {
        return claim(once).isPresent();
    }

    @Override
    public Optional<Runnable> claim(Limit once) {
        List<Taken> taken = new ArrayList<>();
        for (Window window : windows(once)) {
            if (refusals.millisLeft(window.name()).isPresent()) {
                return Optional.empty();
            }
            Optional<String> key = window.slots().take();
            if (key.isEmpty()) {
                refusals.remember(window.name(), REPEAT_MILLIS);
                return Optional.empty();
            }
            taken.add(new Taken(window, key.get()));
        }
        return Optional.of(() -> taken.forEach(this::giveBack));
    }

    @Override
    public boolean hasRoom(Limit limit) {
        return windows(limit).stream().allMatch(window -> window.slots().hasRoom());
    }

    @Override
    public boolean isTight(Limit limit, int percent) {
        return windows(limit).stream()
                .anyMatch(window -> window.slots().taken() * 100L >= (long) percent * window.permits());
    }

    @Override
    public void close() {}

    private void giveBack(Taken permit) {
        store.remove(permit.key());
        refusals.forget(permit.window().name());
    }

    private static Decision.Refused refused(Window window, long millis, boolean isNews) {
        RefusalMetrics.refused(window.scope());
        return new Decision.Refused(window.scope(), Math.max(1, (millis + 999) / 1000), isNews);
    }

    private List<Window> windows(Limit limit) {
        return limit.budget().allowances().stream()
                .map(allowance -> window(limit, allowance))
                .toList();
    }

    private Window window(Limit limit, Allowance allowance) {
        String length = allowance.window().toSeconds() + "s";
        String name = PREFIX + hash(realmId, limit.scope().id(), limit.subject(), length) + ".";
        return new Window(limit.scope(), name, allowance.permits(), Slots.of(store, name, allowance));
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), KEY_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Window(Scope scope, String name, int permits, Slots slots) {}

    private record Taken(Window window, String key) {}
}
