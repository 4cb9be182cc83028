package io.cloakroom.limit;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.cache.LocalCache;
import org.keycloak.cache.LocalCacheConfiguration;
import org.keycloak.cache.LocalCacheProvider;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.provider.Provider;

/**
 * Permits in Keycloak's shared store, behind a bounded memory of refusals on each node.
 *
 * <p>Option: {@code --spi-cloakroom-permits--shared--remembered} (default 50000, how many refusals a node remembers).
 */
public final class SharedPermitsFactory implements PermitsFactory {

    private static final int DEFAULT_REMEMBERED = 50_000;

    private int remembered = DEFAULT_REMEMBERED;
    private @Nullable LocalCache<String, Long> refusals;

    @Override
    public String getId() {
        return "shared";
    }

    @Override
    public void init(Config.Scope config) {
        remembered = config.getInt("remembered", DEFAULT_REMEMBERED);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RefusalMetrics.register();
        try (KeycloakSession session = factory.create()) {
            refusals = session.getProvider(LocalCacheProvider.class)
                    .create(LocalCacheConfiguration.<String, Long>builder()
                            .name("cloakroom-refusals")
                            .maxSize(remembered)
                            .build());
        }
    }

    @Override
    public Permits create(KeycloakSession session) {
        LocalCache<String, Long> started = refusals;
        if (started == null) {
            throw new IllegalStateException("Permits are asked for before the server has started them");
        }
        return new SharedPermits(
                store(session),
                new Refusals(started),
                session.getContext().getRealm().getId());
    }

    private static SingleUseObjectProvider store(KeycloakSession session) {
        return Profile.isFeatureEnabled(Profile.Feature.STATELESS)
                ? new CommittedStore(session)
                : session.singleUseObjects();
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(LocalCacheProvider.class, SingleUseObjectProvider.class);
    }

    @Override
    public void close() {
        if (refusals != null) {
            refusals.close();
        }
    }
}
