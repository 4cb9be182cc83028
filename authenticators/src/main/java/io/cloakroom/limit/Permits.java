package io.cloakroom.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Takes permits from the store that all nodes share.
 *
 * <p>An allowance of N permits a window is N numbered slots, each an entry that lives one window. Whoever creates the
 * entry holds the permit: creation is atomic across threads and nodes, so there are never more than N in any window, and
 * a slot frees itself one window after it was taken. The search starts at a random slot: while there is room, one or two
 * tries find it. A slot that was kept carries the time it frees itself, which is how a refusal knows the wait.
 */
public final class Permits {

    private static final String PREFIX = "cloakroom.permit.";
    private static final String UNTIL = "until";
    /** 128 bits of a hash: enough that no two subjects ever share a slot by accident. */
    private static final int KEY_BYTES = 16;

    private final SingleUseObjectProvider store;
    private final String realmId;

    /** Permits of one realm: what happens in another counts nothing here. */
    public Permits(KeycloakSession session, RealmModel realm) {
        this.store = session.singleUseObjects();
        this.realmId = realm.getId();
    }

    /**
     * Takes one permit from every limit, or none.
     *
     * @param limits in the order in which they are asked: put the one first that protects the others' memory
     */
    public Decision take(List<Limit> limits) {
        List<Slot> taken = new ArrayList<>();
        for (Limit limit : limits) {
            for (Allowance allowance : limit.budget().allowances()) {
                String name = name(limit, allowance);
                int index = takeSlot(name, allowance);
                if (index < 0) {
                    taken.forEach(slot -> store.remove(slot.key()));
                    return new Decision.Refused(limit.scope(), secondsUntilRoom(name, allowance));
                }
                taken.add(new Slot(name + index, allowance.window().toSeconds()));
            }
        }
        return new Decision.Granted(
                () -> taken.forEach(this::keep), () -> taken.forEach(slot -> store.remove(slot.key())));
    }

    /** Whether this very thing happens for the first time within its window: one caller on all nodes is told so. */
    public boolean isFirst(Limit once) {
        return once.budget().allowances().stream().allMatch(window -> takeSlot(name(once, window), window) >= 0);
    }

    /** Whether a permit could be had now; takes none. */
    public boolean hasRoom(Limit limit) {
        return limit.budget().allowances().stream().allMatch(window -> {
            String name = name(limit, window);
            return IntStream.range(0, window.permits()).anyMatch(i -> !store.contains(name + i));
        });
    }

    private int takeSlot(String name, Allowance allowance) {
        int start = ThreadLocalRandom.current().nextInt(allowance.permits());
        for (int i = 0; i < allowance.permits(); i++) {
            int index = (start + i) % allowance.permits();
            if (store.putIfAbsent(name + index, allowance.window().toSeconds())) {
                return index;
            }
        }
        return -1;
    }

    private void keep(Slot slot) {
        long until = Time.currentTimeMillis() + slot.seconds() * 1000;
        store.put(slot.key(), slot.seconds(), Map.of(UNTIL, Long.toString(until)));
    }

    private long secondsUntilRoom(String name, Allowance allowance) {
        long now = Time.currentTimeMillis();
        long whole = now + allowance.window().toMillis();
        long earliest = whole;
        for (int i = 0; i < allowance.permits(); i++) {
            Map<String, String> notes = store.get(name + i);
            if (notes == null) {
                return 1;
            }
            earliest = Math.min(earliest, Long.parseLong(notes.getOrDefault(UNTIL, Long.toString(whole))));
        }
        return Math.max(1, (earliest - now + 999) / 1000);
    }

    private String name(Limit limit, Allowance allowance) {
        String window = allowance.window().toSeconds() + "s";
        return PREFIX + hash(realmId, limit.scope(), limit.subject(), window) + ".";
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

    private record Slot(String key, long seconds) {}
}
