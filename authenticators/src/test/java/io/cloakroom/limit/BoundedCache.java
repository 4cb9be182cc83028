package io.cloakroom.limit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.cache.LocalCache;

/** A cache that forgets its oldest entries, as Keycloak's own do. */
final class BoundedCache implements LocalCache<String, Long> {

    private final Map<String, Long> entries;

    BoundedCache(int most) {
        entries = Collections.synchronizedMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > most;
            }
        });
    }

    @Override
    public @Nullable Long get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, Long value) {
        entries.put(key, value);
    }

    @Override
    public void invalidate(String key) {
        entries.remove(key);
    }

    @Override
    public void close() {}
}
