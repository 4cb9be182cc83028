package io.cloakroom.mail;

/**
 * A letter on its way.
 *
 * @param letter what was asked for
 * @param unknownAddress what to do where no account has this address
 */
record Delivery(Letter letter, UnknownAddress unknownAddress) {

    @Override
    public String toString() {
        return "Delivery[hidden]";
    }
}
