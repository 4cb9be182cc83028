package io.cloakroom.tests.browser;

/** Somewhere to go with a browser, and what one finds there. */
@FunctionalInterface
public interface Destination<P> {

    P visit(Browser browser);
}
