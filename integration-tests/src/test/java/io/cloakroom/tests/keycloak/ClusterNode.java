package io.cloakroom.tests.keycloak;

import java.net.URI;
import java.nio.file.Path;
import org.keycloak.admin.client.Keycloak;

/** One server of a {@link Cluster}, always on the same ports. */
public final class ClusterNode extends LaunchedKeycloak {

    private final KeycloakHome home;
    private KeycloakProcess process;
    private Keycloak admin;
    private volatile boolean serving;

    ClusterNode(KeycloakHome home, Launch launch, Path log) {
        super(launch, log);
        this.home = home;
        begin();
    }

    @Override
    public synchronized Keycloak admin() {
        return admin;
    }

    /** The same address where a load balancer without stickiness sends it. */
    public URI at(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return baseUri().resolve(address.getRawPath() + query);
    }

    /** The process id of the server itself, for the tools of the JDK. */
    public synchronized long pid() {
        return process.serverPid();
    }

    public synchronized boolean isAlive() {
        return process.isAlive();
    }

    /** Whether a load balancer would send requests here; whoever asks need not wait for a start or an end. */
    public boolean isServing() {
        return serving;
    }

    /** Ends it as a power cut does. */
    public synchronized void kill() {
        serving = false;
        process.kill();
    }

    /** Starts it if it is down, and waits until it answers. */
    public synchronized void start() {
        begin();
        awaitReady();
        serving = true;
    }

    public synchronized void restart() {
        close();
        start();
    }

    /** Lets it shut down in order. */
    @Override
    public synchronized void close() {
        serving = false;
        process.stop();
    }

    private void begin() {
        if (process == null || !process.isAlive()) {
            process = KeycloakProcess.start(launch().commandOnceBuilt(home), launch().processEnvironment(), log());
            // A client that knew the server before its end keeps connections and tokens that are worth nothing now.
            admin = newAdmin();
        }
    }

    private void awaitReady() {
        if (!becomesReady(process::isAlive)) {
            String message = "A node was not ready; the end of " + log() + ":\n" + process.endOfLog();
            process.kill();
            throw new IllegalStateException(message);
        }
    }
}
