package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an admin copies into {@code providers/}: two small JARs that bring nothing but themselves. */
class PackagedJarsIT {

    private static final int MOST_BYTES = 750 * 1024;
    private static final int MOST_BYTES_OF_A_LANGUAGE = 16 * 1024;

    @Test
    void both_together_are_small_and_so_is_each_language() throws IOException {
        long bytes = 0;
        for (Path jar : jars()) {
            bytes += Files.size(jar);
            for (JarEntry messages : messages(jar)) {
                assertThat(messages.getCompressedSize()).as("%s", messages).isLessThan(MOST_BYTES_OF_A_LANGUAGE);
                bytes -= messages.getCompressedSize();
            }
        }

        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void nothing_is_bundled() throws IOException {
        for (Path jar : jars()) {
            try (JarFile content = new JarFile(jar.toFile())) {
                assertThat(content.stream().map(Object::toString))
                        .allMatch(name -> name.startsWith("io/cloakroom/")
                                || name.equals("io/")
                                || name.startsWith("META-INF/")
                                || name.startsWith("theme-resources/")
                                || name.startsWith("theme/"))
                        .noneMatch(name -> name.endsWith(".jar"));
            }
        }
    }

    private static List<JarEntry> messages(Path jar) throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            return content.stream()
                    .filter(entry -> entry.getName().contains("/messages/"))
                    .toList();
        }
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("cloakroom.dist"), "providers"))) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().startsWith("cloakroom-"))
                    .toList();
            assertThat(jars).hasSize(2);
            return jars;
        }
    }
}
