package io.cloakroom.tests.keycloak;

import io.cloakroom.tests.mail.MailServer;
import java.util.List;
import java.util.Map;

/** Chooses the form by the system property {@code keycloak} and keeps the one instance of this JVM. */
final class SharedKeycloak {

    /** Trusting the proxy header lets every browser of a test come from a network of its own. */
    static final List<String> BEHIND_A_PROXY =
            List.of("--proxy-headers=xforwarded", "--proxy-trusted-addresses=127.0.0.1");

    private static RunningKeycloak running;
    private static boolean failed;

    private SharedKeycloak() {}

    static synchronized RunningKeycloak get() {
        String form = form();
        if (failed) {
            // A server that did not start once will not start for the next fifty tests either.
            throw new IllegalStateException("Keycloak did not start; the first test that failed says why");
        }
        if (running == null) {
            failed = true;
            running = start(form);
            failed = false;
        }
        return running;
    }

    /** Another one of the same form, with a log and a memory of its own; whoever starts it ends it. */
    static RunningKeycloak another() {
        return start(form());
    }

    /** The form asked for; skips the test where it is the container's and this machine can have none. */
    private static String form() {
        String form = System.getProperty("keycloak", "distribution");
        if (form.equals("container")) {
            DockerEngine.require();
        }
        return form;
    }

    private static RunningKeycloak start(String form) {
        String[] options = BEHIND_A_PROXY.toArray(String[]::new);
        return switch (form) {
            case "distribution" -> Distribution.startOnFreePorts(environment(), options);
            case "container" -> Container.start();
            default ->
                throw new IllegalArgumentException(
                        "-Dkeycloak=" + form + " is unknown; known: distribution, container");
        };
    }

    /** What the placeholders of the shipped realm stand for while tests run. */
    static Map<String, String> environment() {
        return Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", Integer.toString(MailServer.shared().port()),
                "SMTP_FROM", "no-reply@cloakroom.example",
                "DEMO_APP_URL", "http://localhost:8081");
    }
}
