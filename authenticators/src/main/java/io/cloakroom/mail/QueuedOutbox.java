package io.cloakroom.mail;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** The outbox of one session: it waits for the session's commit. */
final class QueuedOutbox implements Outbox {

    private final KeycloakSession session;
    private final DeliveryQueue queue;

    QueuedOutbox(KeycloakSession session, DeliveryQueue queue) {
        this.session = session;
        this.queue = queue;
    }

    @Override
    public void queue(Letter letter, Reception reception) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                queue.add(new Delivery(letter, reception));
            }

            @Override
            protected void rollbackImpl() {
                // The request failed: its page told nobody to look for a mail.
            }
        });
    }

    @Override
    public void close() {}
}
