package io.cloakroom.tests.keycloak;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Runs inside the servers of a cluster. In realms that have it as a listener, the first request that signs a member in, and the
 * first that says it was not them, is rolled back on each node when all is done: as if the database had gone away.
 */
public final class FailingCommits implements EventListenerProviderFactory {

    /** What realms call it. */
    public static final String ID = "failing-commits";

    private static final Set<EventType> FAILING = EnumSet.of(EventType.LOGIN, EventType.EXECUTE_ACTION_TOKEN);

    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new Listener(session, failed);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private record Listener(KeycloakSession session, Set<String> failed) implements EventListenerProvider {

        @Override
        public void onEvent(Event event) {
            if (FAILING.contains(event.getType()) && failed.add(event.getType() + " " + event.getUserId())) {
                session.getTransactionManager().enlistPrepare(new Failure());
            }
        }

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {}

        @Override
        public void close() {}
    }

    private static final class Failure extends AbstractKeycloakTransaction {

        @Override
        protected void commitImpl() {
            throw new IllegalStateException("The tests want this request to fail");
        }

        @Override
        protected void rollbackImpl() {}
    }
}
