package io.cloakroom.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/** Keycloak's contract for the shared store, kept in this JVM, on Keycloak's clock. Counts what it is asked. */
final class MemoryStore implements SingleUseObjectProvider {

    private record Entry(long until, Map<String, String> notes) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong operations = new AtomicLong();

    long operations() {
        return operations.get();
    }

    int size() {
        return entries.size();
    }

    @Override
    public void put(String key, long lifespanSeconds, Map<String, String> notes) {
        operations.incrementAndGet();
        entries.put(key, new Entry(Time.currentTimeMillis() + lifespanSeconds * 1000, notes));
    }

    @Override
    public @Nullable Map<String, String> get(String key) {
        operations.incrementAndGet();
        Entry entry = entries.get(key);
        return entry == null || isOver(entry) ? null : entry.notes();
    }

    @Override
    public @Nullable Map<String, String> remove(String key) {
        operations.incrementAndGet();
        Entry entry = entries.remove(key);
        return entry == null ? null : entry.notes();
    }

    @Override
    public boolean replace(String key, Map<String, String> notes) {
        throw new UnsupportedOperationException("It drops the lifespan; nobody here may use it");
    }

    @Override
    public boolean putIfAbsent(String key, long lifespanInSeconds) {
        operations.incrementAndGet();
        Entry mine = new Entry(Time.currentTimeMillis() + lifespanInSeconds * 1000, Map.of());
        boolean[] won = {false};
        entries.compute(key, (k, old) -> {
            won[0] = old == null || isOver(old);
            return won[0] || old == null ? mine : old;
        });
        return won[0];
    }

    @Override
    public boolean contains(String key) {
        operations.incrementAndGet();
        Entry entry = entries.get(key);
        return entry != null && !isOver(entry);
    }

    @Override
    public void close() {}

    private static boolean isOver(Entry entry) {
        return entry.until() <= Time.currentTimeMillis();
    }
}
