package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import org.keycloak.admin.client.Keycloak;

/** A server that starts with an older version of our flows, and goes on with those of today on the same database. */
public final class UpgradedKeycloak extends LaunchedKeycloak {

    private static final String JAR = "cloakroom-authenticators.jar";
    private static final String FLOWS = "/io/cloakroom/install/cloakroom-flows.json";

    private final KeycloakHome home;
    private KeycloakProcess process;

    private UpgradedKeycloak(KeycloakHome home, String... options) {
        super(Launch.onFreePorts(SharedKeycloak.environment(), options), home.log());
        this.home = home;
    }

    /** Starts with flows that are those of today but for what is said here. */
    public static UpgradedKeycloak startWith(UnaryOperator<String> flows, String... options) {
        UpgradedKeycloak keycloak =
                new UpgradedKeycloak(KeycloakHome.create(Workspace.fromSystemProperties()), options);
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
    public Keycloak admin() {
        return newAdmin();
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
        process = KeycloakProcess.start(launch().command(home), launch().processEnvironment(), log());
        if (!becomesReady(process::isAlive)) {
            String end = process.endOfLog();
            close();
            throw new IllegalStateException("Keycloak was not ready; the end of its log:\n" + end);
        }
    }
}
