package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.keycloak.admin.client.Keycloak;

/** A server that starts with an older version of our flows, and goes on with those of today on the same database. */
public final class UpgradedKeycloak implements RunningKeycloak {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);
    private static final String JAR = "cloakroom-authenticators.jar";
    private static final String FLOWS = "/io/cloakroom/install/cloakroom-flows.json";

    private final KeycloakHome home = KeycloakHome.create(Workspace.fromSystemProperties());
    private final Launch launch;
    private KeycloakProcess process;

    private UpgradedKeycloak(String... options) {
        launch = Launch.onFreePorts(SharedKeycloak.environment(), options);
    }

    /** Starts with flows that are those of today but for what is said here. */
    public static UpgradedKeycloak startWith(UnaryOperator<String> flows, String... options) {
        UpgradedKeycloak keycloak = new UpgradedKeycloak(options);
        keycloak.rewrite(flows);
        keycloak.start();
        return keycloak;
    }

    /** Takes the JAR of today, as an administrator does: stop, copy, start. */
    public void upgrade() {
        process.stop();
        home.takeJars(Workspace.fromSystemProperties().distribution().resolve("providers"));
        start();
    }

    @Override
    public URI baseUri() {
        return launch.baseUri();
    }

    @Override
    public URI managementUri() {
        return launch.managementUri();
    }

    @Override
    public Path log() {
        return home.log();
    }

    @Override
    public Keycloak admin() {
        return Keycloak.getInstance(
                baseUri().toString(), "master", Distribution.ADMIN, Distribution.ADMIN, "admin-cli");
    }

    @Override
    public Map<String, String> environment() {
        return launch.environment();
    }

    @Override
    public void close() {
        process.stop();
        home.delete();
    }

    private void rewrite(UnaryOperator<String> flows) {
        try (FileSystem jar = FileSystems.newFileSystem(home.providers().resolve(JAR))) {
            String today = Files.readString(jar.getPath(FLOWS));
            String older = flows.apply(today);
            if (older.equals(today)) {
                throw new IllegalStateException("The older flows are those of today");
            }
            Files.writeString(jar.getPath(FLOWS), older);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        process = KeycloakProcess.start(launch.command(home), launch.processEnvironment(), home.log());
        Readiness readiness = new Readiness(managementUri().resolve("/health/ready"));
        if (!readiness.await(START_TIMEOUT, process::isAlive)) {
            String end = process.endOfLog();
            close();
            throw new IllegalStateException("Keycloak was not ready; the end of its log:\n" + end);
        }
    }
}
