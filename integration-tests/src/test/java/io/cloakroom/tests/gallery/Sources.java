package io.cloakroom.tests.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pictures are made from: templates, styles, scripts, English texts, and the list of what is shown. */
public final class Sources {

    private static final Path MESSAGES =
            Path.of("authenticators/src/main/resources/theme-resources/messages/messages_en.properties");

    private static final List<Path> ALL = List.of(
            Path.of("authenticators/src/main/resources/theme-resources/templates"),
            Path.of("authenticators/src/main/resources/theme-resources/resources"),
            Path.of("authenticators/src/test/java/io/cloakroom/theme/MailSample.java"),
            Path.of("integration-tests/src/test/java/io/cloakroom/tests/gallery"),
            Path.of("themes/src/main/resources/theme/cloakroom"));

    private final Path root;

    private Sources(Path root) {
        this.root = root;
    }

    /** A few letters that are others as soon as any of them has changed. */
    public static String fingerprint(Path root) {
        return new Sources(root).fingerprint();
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files()) {
                digest.update(file.toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(root.resolve(file)));
            }
            digest.update(texts().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : ALL) {
            try (Stream<Path> below = Files.walk(root.resolve(path))) {
                below.filter(Files::isRegularFile).map(root::relativize).forEach(files::add);
            }
        }
        return files.stream().sorted().toList();
    }

    /** Those of the settings are in no picture. */
    private String texts() throws IOException {
        return Files.readAllLines(root.resolve(MESSAGES)).stream()
                .filter(line -> !line.startsWith("cloakroomSetting"))
                .collect(Collectors.joining("\n"));
    }
}
