package io.cloakroom.tests.keycloak;

import java.util.Map;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Runs inside the servers of a cluster and sets Keycloak's clock, by which ours goes, as the environment says. */
public final class WrongClock implements EventListenerProviderFactory {

    private static final String SECONDS = "CLOAKROOM_TEST_CLOCK_AHEAD";

    /** What a server needs in its environment whose clock is ahead by that many seconds. */
    static Map<String, String> ahead(long seconds) {
        return Map.of(SECONDS, Long.toString(seconds));
    }

    @Override
    public String getId() {
        return "wrong-clock";
    }

    @Override
    public void init(Config.Scope config) {
        Time.setOffset(Integer.parseInt(System.getenv().getOrDefault(SECONDS, "0")));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        throw new UnsupportedOperationException("No realm has this listener");
    }

    @Override
    public void close() {}
}
