package io.cloakroom.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The messages we ship in one language.
 *
 * @param texts by their keys
 */
public record Bundle(Map<String, String> texts) {

    private static final Path FOLDER = Path.of("src/main/resources/theme-resources/messages");

    /** All that we ship. */
    public static Stream<String> languages() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(Bundle::language).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language of a file of messages. */
    static String language(Path file) {
        return file.getFileName().toString().replaceAll("messages_(.+)\\.properties", "$1");
    }

    /** That one. */
    public static Bundle of(String language) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(
                FOLDER.resolve("messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new Bundle(texts);
    }
}
