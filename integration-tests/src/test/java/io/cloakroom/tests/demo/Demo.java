package io.cloakroom.tests.demo;

import io.cloakroom.tests.keycloak.Distribution;
import io.cloakroom.tests.mail.MailServer;
import java.io.UncheckedIOException;
import java.util.Map;

/** A running Keycloak with the shipped realm, an app to sign in to and a mailbox to read, until Ctrl-C. */
public final class Demo {

    private static volatile boolean stopping;

    private Demo() {}

    /** The port of Keycloak is the system property {@code demo.port}; app and mailbox take the next one. */
    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true, "demo-stops"));
        try {
            run(DemoPorts.fromSystemProperty());
        } catch (IllegalStateException | UncheckedIOException e) {
            end(e.getMessage());
        }
    }

    private static void run(DemoPorts ports) {
        ports.requireFree();
        DemoSite site = DemoSite.at(ports.site());
        say("Starting Keycloak; this takes about a minute.");
        Distribution keycloak = Distribution.startOn(
                ports.keycloak(),
                Map.of(
                        "SMTP_HOST",
                        "127.0.0.1",
                        "SMTP_PORT",
                        Integer.toString(MailServer.shared().port()),
                        "SMTP_FROM",
                        "no-reply@cloakroom.example",
                        "DEMO_APP_URL",
                        site.uri().toString()));
        site.open(AppFiles.of(keycloak.issuer("cloakroom")), new MailboxPages());
        say(Welcome.text(keycloak, site.uri()));
        keycloak.awaitEnd();
        end("Keycloak has ended; its log is " + keycloak.log());
    }

    private static void say(String text) {
        System.out.println(text);
    }

    /** Ends the build as a failure without a stack trace, which the exec plugin would print for an exception. */
    private static void end(String message) {
        if (!stopping) {
            System.err.println(message);
        }
        System.exit(1);
    }
}
