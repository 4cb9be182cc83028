package io.cloakroom.mail;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserProvider;
import org.keycloak.provider.Provider;

/**
 * One bounded queue and one pool of senders for each node.
 *
 * <p>Options: {@code --spi-cloakroom-outbox--queued--threads} (default 8, how many mails are sent at once) and
 * {@code --spi-cloakroom-outbox--queued--capacity} (default 1000, how many may wait; what comes on top is dropped and
 * counted).
 */
public final class QueuedOutboxFactory implements OutboxFactory {

    private static final int DEFAULT_THREADS = 8;
    private static final int DEFAULT_CAPACITY = 1000;

    private int threads = DEFAULT_THREADS;
    private int capacity = DEFAULT_CAPACITY;
    private @Nullable DeliveryQueue queue;

    @Override
    public String getId() {
        return "queued";
    }

    @Override
    public void init(Config.Scope config) {
        threads = config.getInt("threads", DEFAULT_THREADS);
        capacity = config.getInt("capacity", DEFAULT_CAPACITY);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        queue = new DeliveryQueue(new Courier(factory), threads, capacity);
    }

    @Override
    public Outbox create(KeycloakSession session) {
        DeliveryQueue started = queue;
        if (started == null) {
            throw new IllegalStateException("The outbox is used before the server has started it");
        }
        return new QueuedOutbox(session, started);
    }

    /** What a delivery needs: Keycloak closes those only after this one, so that the queue can drain. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        Set<Class<? extends Provider>> needed = new HashSet<>(Set.of(
                EmailSenderProvider.class,
                EmailTemplateProvider.class,
                UserProvider.class,
                SingleUseObjectProvider.class));
        database().ifPresent(needed::add);
        return needed;
    }

    /** Not among the artifacts we compile against, and closed before its users unless somebody says they need it. */
    private static Optional<Class<? extends Provider>> database() {
        try {
            return Optional.of(Class.forName("org.keycloak.connections.jpa.JpaConnectionProvider")
                    .asSubclass(Provider.class));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (queue != null) {
            queue.drain();
        }
    }
}
