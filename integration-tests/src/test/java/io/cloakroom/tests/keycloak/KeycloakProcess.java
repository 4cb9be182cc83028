package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The script, the server it starts, and the log they write. */
final class KeycloakProcess {

    /** Longer than the ten seconds for which our outbox sends what still waits. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process script;
    private final Path log;

    private KeycloakProcess(Process script, Path log) {
        this.script = script;
        this.log = log;
    }

    static KeycloakProcess start(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // A developer's own Keycloak settings must not leak into the tests.
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            Process script = builder.start();
            script.getOutputStream().close();
            return new KeycloakProcess(script, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return script.isAlive();
    }

    /** Of the server, which the script has started. */
    long serverPid() {
        return tree().stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    void awaitEnd() {
        script.onExit().join();
    }

    String endOfLog() {
        return new LogFile(log).end();
    }

    /** Ends the whole tree: the script passes a signal on only while it waits for the server. */
    void stop() {
        List<ProcessHandle> tree = tree();
        tree.forEach(ProcessHandle::destroy);
        if (!allEnded(tree)) {
            tree.forEach(ProcessHandle::destroyForcibly);
            allEnded(tree);
        }
    }

    /** Ends the whole tree as a power cut does: nobody gets to say goodbye. */
    void kill() {
        List<ProcessHandle> tree = tree();
        tree.forEach(ProcessHandle::destroyForcibly);
        allEnded(tree);
    }

    private List<ProcessHandle> tree() {
        return Stream.concat(script.descendants(), Stream.of(script.toHandle())).toList();
    }

    private static boolean allEnded(List<ProcessHandle> processes) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
