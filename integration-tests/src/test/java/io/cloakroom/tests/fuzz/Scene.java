package io.cloakroom.tests.fuzz;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.pages.Screen;

/** The way to one place, walked as a person walks it. */
@FunctionalInterface
interface Scene {

    Place enter(Browser browser);

    /** For a way that ends at a page. */
    static Scene page(Walk walk) {
        return browser -> Place.of(walk.to(browser).page());
    }

    /** A way that ends at a page. */
    @FunctionalInterface
    interface Walk {

        Screen to(Browser browser);
    }
}
