package io.cloakroom.limit;

/** The answer to a request for permits. */
public sealed interface Decision {

    /**
     * Go ahead. One of the two is called before the request ends.
     *
     * @param keep lets the permits count
     * @param refund gives them back, as after a right answer
     */
    record Granted(Runnable keep, Runnable refund) implements Decision {}

    /**
     * Not now.
     *
     * @param scope the limit that had no room
     * @param seconds until the next permit is free, at least 1
     */
    record Refused(String scope, long seconds) implements Decision {}
}
