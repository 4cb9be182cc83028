package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a server logged, read for the reason why it did not start. */
record LogFile(Path path) {

    private static final int LINES_WORTH_SHOWING = 40;

    String end() {
        List<String> lines = text().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_WORTH_SHOWING), lines.size()));
    }

    IllegalStateException whyNotReady() {
        String message = "Keycloak was not ready; the end of " + path + ":\n" + end();
        return tellsOfTakenPort() ? new PortTakenException(message) : new IllegalStateException(message);
    }

    private boolean tellsOfTakenPort() {
        return Stream.of("already bound", "already in use", "in use by another process")
                .anyMatch(text()::contains);
    }

    private String text() {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
