package io.cloakroom.tests.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.keycloak.admin.client.Keycloak;

/** What is true of a server however it was started: where it is, what it was told, and when it is ready. */
abstract class LaunchedKeycloak implements RunningKeycloak {

    /** On two busy cores, with the build that comes before a start. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

    private final Launch launch;
    private final Path log;

    LaunchedKeycloak(Launch launch, Path log) {
        this.launch = launch;
        this.log = log;
    }

    @Override
    public final URI baseUri() {
        return launch.baseUri();
    }

    @Override
    public final URI managementUri() {
        return launch.managementUri();
    }

    @Override
    public final Path log() {
        return log;
    }

    @Override
    public final Map<String, String> environment() {
        return launch.environment();
    }

    final Launch launch() {
        return launch;
    }

    /** A client of its own, as the bootstrap administrator. */
    final Keycloak newAdmin() {
        return Keycloak.getInstance(
                baseUri().toString(), "master", Distribution.ADMIN, Distribution.ADMIN, "admin-cli");
    }

    /** Waits until it answers; false if it took too long or has ended. */
    final boolean becomesReady(BooleanSupplier alive) {
        return new Readiness(managementUri().resolve("/health/ready")).await(START_TIMEOUT, alive);
    }
}
