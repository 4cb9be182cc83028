package io.cloakroom.tests.keycloak;

/** Somebody took the port between our asking for a free one and the server's using it. */
final class PortTakenException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    PortTakenException(String message) {
        super(message);
    }
}
