package io.cloakroom.tests.pages;

import java.net.URI;

/** The app to which Keycloak sends the browser back, with an answer to redeem. */
@FunctionalInterface
public interface Redeemer {

    SignedIn redeem(URI callback);
}
