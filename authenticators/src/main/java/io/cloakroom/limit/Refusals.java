package io.cloakroom.limit;

import java.util.OptionalLong;
import org.keycloak.cache.LocalCache;
import org.keycloak.common.util.Time;

/** What this node knows to be refused, and until when: a flood costs memory accesses, not cluster operations. */
final class Refusals {

    private final LocalCache<String, Long> until;

    Refusals(LocalCache<String, Long> until) {
        this.until = until;
    }

    void remember(String window, long millis) {
        until.put(window, Time.currentTimeMillis() + millis);
    }

    void forget(String window) {
        until.invalidate(window);
    }

    /** Milliseconds for which the window is known to have no room; nothing where it may have. */
    OptionalLong millisLeft(String window) {
        Long end = until.get(window);
        if (end == null) {
            return OptionalLong.empty();
        }
        long left = end - Time.currentTimeMillis();
        return left > 0 ? OptionalLong.of(left) : OptionalLong.empty();
    }
}
