package io.cloakroom.mail;

/**
 * A letter on its way.
 *
 * @param letter what was asked for
 * @param reception what strangers get, and whoever signs up again
 */
record Delivery(Letter letter, Reception reception) {

    @Override
    public String toString() {
        return "Delivery[hidden]";
    }
}
