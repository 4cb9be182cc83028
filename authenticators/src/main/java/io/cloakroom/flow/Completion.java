package io.cloakroom.flow;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * What is done once it is clear what becomes of a request. Whatever is counted in the shared store is counted at once, and no
 * rollback takes it back: whoever counts for something that may come to nothing gives back here.
 */
public final class Completion {

    private Completion() {}

    /** Does that where nothing is kept of what the request has changed. */
    public static void ifUndone(KeycloakSession session, Runnable task) {
        enlist(session, () -> {}, task);
    }

    /** Does that in any case. */
    public static void inAnyCase(KeycloakSession session, Runnable task) {
        enlist(session, task, task);
    }

    private static void enlist(KeycloakSession session, Runnable kept, Runnable undone) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                kept.run();
            }

            @Override
            protected void rollbackImpl() {
                undone.run();
            }
        });
    }
}
