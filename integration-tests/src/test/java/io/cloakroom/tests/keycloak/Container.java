package io.cloakroom.tests.keycloak;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * The image that {@code docker/Dockerfile} builds, started with {@code --optimized}. On the network of this machine, so that
 * it finds mail and database where the other forms find them, and nothing but loopback reaches it.
 */
public final class Container extends LaunchedKeycloak {

    private static final String IMPORT = "/opt/keycloak/data/import/";
    private static final long MEMORY = 1200L * 1024 * 1024;

    private final KeycloakHome home;
    private final Optional<Database> database;
    private final KeycloakContainer container;
    private final Keycloak admin;
    private boolean closed;

    private Container(KeycloakHome home, Optional<Database> database) {
        super(launch(database), home.log());
        this.home = home;
        this.database = database;
        this.container = container(CloakroomImage.of(vendor()).name());
        this.admin = newAdmin();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop-container"));
    }

    /** A new one, over PostgreSQL where the cluster's tests have one, too. Skips the test where no engine can run it. */
    public static Container start() {
        DockerEngine.require();
        return FreePorts.retrying(() -> {
            KeycloakHome home = KeycloakHome.create(Workspace.fromSystemProperties());
            Container container = new Container(home, Database.onPostgreSql(home, "container"));
            container.awaitReady();
            return container;
        });
    }

    @Override
    public Keycloak admin() {
        return admin;
    }

    /** The database that its image was built for. */
    public String vendor() {
        return database.map(Database::vendor).orElse("dev-file");
    }

    /** What that command prints inside, run as the server is. */
    public String run(String... command) {
        try {
            return container.execInContainer(command).getStdout().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted in a container", e);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            container.stop();
            database.ifPresent(Database::drop);
            home.delete();
        }
    }

    private void end() {
        close();
        CloakroomImage.removeUnused();
    }

    private static Launch launch(Optional<Database> database) {
        Map<String, String> environment = new HashMap<>(SharedKeycloak.environment());
        database.ifPresent(its -> environment.putAll(its.environment()));
        List<String> options = new ArrayList<>(SharedKeycloak.BEHIND_A_PROXY);
        options.addAll(List.of("--cache-embedded-network-bind-address=127.0.0.1", "--db-pool-max-size=30"));
        return Launch.onFreePorts(environment, options.toArray(String[]::new));
    }

    private KeycloakContainer container(String image) {
        Path realm = Workspace.fromSystemProperties().realm();
        KeycloakContainer prepared = new KeycloakContainer(image)
                .withOptimizedFlag()
                .withEnv(environment())
                .withNetworkMode("host")
                .withRamPercentage(5, 65)
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withMemory(MEMORY))
                .withCopyFileToContainer(MountableFile.forHostPath(realm, 0644), IMPORT + realm.getFileName())
                .withLogConsumer(this::log)
                // Any line will do: whether the server is ready, its health says.
                .waitingFor(Wait.forLogMessage(".*", 1));
        launch().runtimeOptions().forEach(prepared::withCustomCommand);
        // Nothing is published, and Testcontainers would wait for it.
        prepared.setExposedPorts(List.of());
        return prepared;
    }

    private void log(OutputFrame frame) {
        try {
            Files.writeString(home.log(), frame.getUtf8String(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        container.start();
        if (!becomesReady(container::isRunning)) {
            IllegalStateException reason = new LogFile(home.log()).whyNotReady();
            close();
            throw reason;
        }
    }
}
