package io.cloakroom.tests.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Two neighbouring ports that people can remember. */
record DemoPorts(int keycloak) {

    private static final int HIGHEST = 65534;

    static DemoPorts fromSystemProperty() {
        String value = System.getProperty("demo.port", "8080");
        int port = Integer.parseInt(value.matches("\\d{1,5}") ? value : "0");
        if (port < 1 || port > HIGHEST) {
            throw new IllegalStateException("-Ddemo.port=" + value + " is not a port between 1 and " + HIGHEST);
        }
        return new DemoPorts(port);
    }

    int site() {
        return keycloak + 1;
    }

    void requireFree() {
        requireFree(keycloak, "Keycloak");
        requireFree(site(), "the app and the mailbox");
    }

    private static void requireFree(int port, String what) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port + " for " + what + " is taken; choose another with -Ddemo.port=<port>", e);
        }
    }
}
