package io.cloakroom.tests.keycloak;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The distribution's own {@code kcadm.sh}, for a shell that has it on its path and is signed in to the server. */
public final class AdminCli implements AutoCloseable {

    private final Path home;

    private AdminCli(Path home) {
        this.home = home;
    }

    /** Signed in with all rights; what it remembers of that lies in a folder of its own. */
    public static AdminCli signedIn(RunningKeycloak keycloak) {
        try {
            AdminCli cli = new AdminCli(Files.createTempDirectory("kcadm"));
            cli.signIn(keycloak.baseUri().toString());
            return cli;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, String> environment() {
        return Map.of(
                "PATH", folder() + File.pathSeparator + System.getenv("PATH"),
                "JAVA_HOME", System.getProperty("java.home"),
                "KC_OPTS", "-Duser.home=" + home);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signIn(String server) throws IOException {
        ProcessBuilder tool = new ProcessBuilder(List.of(
                        folder().resolve("kcadm.sh").toString(),
                        "config",
                        "credentials",
                        "--server=" + server,
                        "--realm=master",
                        "--user=" + Distribution.ADMIN,
                        "--password=" + Distribution.ADMIN))
                .redirectErrorStream(true);
        tool.environment().putAll(environment());
        Process running = tool.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (running.waitFor() != 0) {
                throw new IllegalStateException("kcadm.sh did not sign in: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signing in", e);
        }
    }

    private static Path folder() {
        return Workspace.fromSystemProperties().distribution().resolve("bin");
    }
}
