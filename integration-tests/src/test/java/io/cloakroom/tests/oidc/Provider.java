package io.cloakroom.tests.oidc;

import java.net.URI;

/** The endpoints that every realm has under its issuer. */
record Provider(URI issuer) {

    URI authorization() {
        return endpoint("auth");
    }

    URI token() {
        return endpoint("token");
    }

    URI keys() {
        return endpoint("certs");
    }

    private URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }
}
