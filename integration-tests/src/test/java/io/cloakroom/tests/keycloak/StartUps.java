package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that is only started and stopped, with our JARs or without, on a database that it has seen before. */
public final class StartUps implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");

    private final KeycloakHome home;

    private StartUps(KeycloakHome home) {
        this.home = home;
    }

    public static StartUps withJars() {
        return prepared(KeycloakHome.create(Workspace.fromSystemProperties()));
    }

    public static StartUps withoutJars() {
        KeycloakHome home = KeycloakHome.create(Workspace.fromSystemProperties());
        home.removeJars();
        return prepared(home);
    }

    /** Builds the server and starts it once, so that all tables are there. The realm stays out: it needs our JARs. */
    private static StartUps prepared(KeycloakHome home) {
        home.removeImport();
        StartUps startUps = new StartUps(home);
        startUps.build();
        startUps.start();
        return startUps;
    }

    /** The time until the server answers, as it states it itself. */
    public Duration start() {
        Launch launch = Launch.onFreePorts(SharedKeycloak.environment());
        KeycloakProcess process =
                KeycloakProcess.start(launch.commandOnceBuilt(home), launch.processEnvironment(), home.log());
        new Readiness(launch.managementUri().resolve("/health/ready")).await(TIMEOUT, process::isAlive);
        process.stop();
        return STARTED.matcher(log())
                .results()
                .map(StartUps::time)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("The server did not start:\n" + process.endOfLog()));
    }

    @Override
    public void close() {
        home.delete();
    }

    private void build() {
        List<String> command =
                List.of(home.script().toString(), "build", "--db=dev-file", "--cache=local", "--health-enabled=true");
        KeycloakProcess.start(command, Map.of(), home.log()).awaitEnd();
    }

    private String log() {
        try {
            return Files.readString(home.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration time(MatchResult line) {
        return Duration.ofMillis(Math.round(Double.parseDouble(line.group(1)) * 1000));
    }

    /** The JARs that are deployed. */
    public static List<Path> jars() {
        try (Stream<Path> files =
                Files.list(Workspace.fromSystemProperties().distribution().resolve("providers"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
