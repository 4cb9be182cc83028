package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.StartUps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** How large the JARs are, and how much of that is messages. */
record SizeQuestion() implements Question {

    private static final double KIB = 1024;

    @Override
    public List<Finding> ask(Plan plan) {
        List<Path> jars = StartUps.jars();
        double messages = jars.stream().mapToDouble(SizeQuestion::messages).sum() / KIB;
        double rest = jars.stream().mapToDouble(jar -> jar.toFile().length()).sum() / KIB - messages;
        return List.of(
                size("JARs together, without messages", rest, Optional.of(Must.atMost(500, "KiB"))),
                size("messages in all languages", messages, Optional.empty()));
    }

    private static Finding size(String what, double kib, Optional<Must> must) {
        return new Finding(what, Math.round(kib) + " KiB", "", kib, "", must);
    }

    private static double messages(Path jar) {
        try (JarFile content = new JarFile(jar.toFile())) {
            return content.stream()
                    .filter(entry -> entry.getName().contains("/messages/"))
                    .mapToLong(ZipEntry::getCompressedSize)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
