package io.cloakroom.tests.keycloak;

import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;

/** The distribution from Maven Central, started by its own script in production mode. */
public final class Distribution extends LaunchedKeycloak {

    /** The name and password of the bootstrap administrator: nothing but loopback reaches this server. */
    public static final String ADMIN = "admin";

    private final KeycloakHome home;
    private final KeycloakProcess process;
    private final Keycloak admin;
    private boolean closed;

    private Distribution(KeycloakHome home, Launch launch) {
        super(launch, home.log());
        this.home = home;
        this.process = KeycloakProcess.start(launch.command(home), launch.processEnvironment(), home.log());
        this.admin = newAdmin();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-keycloak"));
    }

    /** Starts on the given port, for somebody who has to know it beforehand. */
    public static Distribution startOn(int httpPort, Map<String, String> environment) {
        KeycloakHome home = KeycloakHome.create(Workspace.fromSystemProperties());
        Launch launch = new Launch(httpPort, FreePorts.pair()[0], environment, List.of());
        Distribution distribution = new Distribution(home, launch);
        distribution.awaitReady();
        return distribution;
    }

    static Distribution startOnFreePorts(Map<String, String> environment, String... options) {
        KeycloakHome home = KeycloakHome.create(Workspace.fromSystemProperties());
        return FreePorts.retrying(() -> {
            Distribution distribution = new Distribution(home, Launch.onFreePorts(environment, options));
            distribution.awaitReady();
            return distribution;
        });
    }

    @Override
    public Keycloak admin() {
        return admin;
    }

    /** Blocks for as long as the server lives. */
    public void awaitEnd() {
        process.awaitEnd();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            process.stop();
            home.delete();
        }
    }

    private void awaitReady() {
        if (becomesReady(process::isAlive)) {
            return;
        }
        IllegalStateException reason = new LogFile(home.log()).whyNotReady();
        process.stop();
        throw reason;
    }
}
