package io.cloakroom.limit;

/**
 * How long a full window stays full.
 *
 * @param millis until a permit can be had, unless one is given back before; at least 1
 * @param certain for so long it need not be asked again
 */
record Wait(long millis, long certain) {

    static Wait of(long millis) {
        return new Wait(millis, millis);
    }
}
