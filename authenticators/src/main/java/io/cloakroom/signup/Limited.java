package io.cloakroom.signup;

/**
 * The account can't be made now.
 *
 * @param seconds until it may be tried again, at least 1
 */
record Limited(long seconds) implements Made {}
