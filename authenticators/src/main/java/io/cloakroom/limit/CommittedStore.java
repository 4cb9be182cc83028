package io.cloakroom.limit;

import java.util.Map;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The shared store where Keycloak keeps it in the database, as with the feature {@code stateless}: there a write is part of
 * the request's transaction, which others do not see until it ends and which takes it back when it fails. Here each write
 * is a transaction of its own, so that it counts at once and for good, as it does in Keycloak's caches.
 */
final class CommittedStore implements SingleUseObjectProvider {

    /** The database knows full seconds only: without it an entry that is made late in one lives almost one less. */
    private static final long STARTED_SECOND = 1;

    private final KeycloakSession session;

    CommittedStore(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean putIfAbsent(String key, long lifespanInSeconds) {
        try {
            return commit(store -> store.putIfAbsent(key, lifespanInSeconds + STARTED_SECOND));
        } catch (RuntimeException conflict) {
            // Some databases let one of two fail that create a row at once. What is wrong for good fails again.
            return commit(store -> !store.contains(key) && store.putIfAbsent(key, lifespanInSeconds + STARTED_SECOND));
        }
    }

    @Override
    public void put(String key, long lifespanSeconds, Map<String, String> notes) {
        commit(store -> {
            store.put(key, lifespanSeconds + STARTED_SECOND, notes);
            return true;
        });
    }

    @Override
    public Map<String, String> remove(String key) {
        return commit(store -> store.remove(key));
    }

    @Override
    public boolean replace(String key, Map<String, String> notes) {
        return commit(store -> store.replace(key, notes));
    }

    @Override
    public Map<String, String> get(String key) {
        return session.singleUseObjects().get(key);
    }

    @Override
    public boolean contains(String key) {
        return session.singleUseObjects().contains(key);
    }

    @Override
    public void close() {}

    private <T> T commit(Function<SingleUseObjectProvider, T> operation) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), own -> operation.apply(own.singleUseObjects()));
    }
}
