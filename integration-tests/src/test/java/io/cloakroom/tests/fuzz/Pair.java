package io.cloakroom.tests.fuzz;

/** A name and its value as they go over the wire: each char is one byte, and nothing is escaped any more. */
record Pair(String name, String value) {

    /** The same, from texts that are to be escaped as a browser would. */
    static Pair escaped(String name, String value) {
        return new Pair(Bytes.percent(name), Bytes.percent(value));
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
