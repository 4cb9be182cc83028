package io.cloakroom.mail;

import org.keycloak.provider.Provider;

/**
 * Takes letters while a request is answered and delivers them afterwards. The request learns nothing of what becomes of
 * them: neither its answer nor its time depends on the account or on the mail server.
 */
public interface Outbox extends Provider {

    /**
     * Queues the letter once the request's transaction has committed; where that fails, nothing is sent.
     *
     * @param reception what strangers get, and whoever signs up again
     */
    void queue(Letter letter, Reception reception);
}
