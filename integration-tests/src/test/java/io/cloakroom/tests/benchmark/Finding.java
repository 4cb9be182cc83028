package io.cloakroom.tests.benchmark;

import java.util.Optional;

/**
 * One line of the table.
 *
 * @param value what must be kept, or is merely good to know
 * @param spread how far single rounds were apart; empty where there were none
 */
record Finding(String what, String measured, String against, double value, String spread, Optional<Must> must) {

    private static final Must NONE = Must.atMost(Double.MAX_VALUE, "×");

    static Finding of(String what, Comparison comparison, Optional<Must> must) {
        return new Finding(
                what,
                comparison.measured().toString(),
                comparison.against().toString(),
                comparison.ratio(),
                comparison.spread(),
                must);
    }

    String markdown() {
        Must bound = must.orElse(NONE);
        return "| "
                + String.join(
                        " | ",
                        what,
                        measured,
                        against,
                        bound.show(value),
                        spread,
                        must.map(Must::toString).orElse(""),
                        must.map(kept -> kept.isMetBy(value) ? "kept" : "MISSED")
                                .orElse(""))
                + " |";
    }
}
