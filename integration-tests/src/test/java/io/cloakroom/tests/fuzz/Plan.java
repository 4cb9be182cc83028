package io.cloakroom.tests.fuzz;

/**
 * How much is sent, and what.
 *
 * @param seed the same one sends the same again, as far as the server lets it
 */
public record Plan(long seed, int requests) {

    private static final long SEED = 20_261_121;
    private static final int REQUESTS = 1000;

    /** As {@code -Dfuzz.seed} and {@code -Dfuzz.requests} say. */
    public static Plan fromSystemProperties() {
        return new Plan(Long.getLong("fuzz.seed", SEED), Integer.getInteger("fuzz.requests", REQUESTS));
    }
}
