package io.cloakroom.tests.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A mail as the unit tests of the authenticators have written it, one of each kind: {@code MailFilesTest} leaves them in a
 * folder for each language.
 *
 * @param folder where it lies
 * @param name what kind
 */
public record MailFiles(Path folder, String name) {

    private static final Path ALL =
            Path.of(System.getProperty("cloakroom.root", ".."), "authenticators", "target", "mails");

    /** Those in that language, in the order of the gallery. */
    public static Stream<MailFiles> in(String language) {
        Path folder = ALL.resolve(language);
        if (!Files.exists(folder)) {
            throw new IllegalStateException("There are no mails in " + folder + "; -Dtest=MailFilesTest writes them");
        }
        return read(folder.resolve("order.txt")).lines().map(name -> new MailFiles(folder, name));
    }

    /** The HTML part, for a browser. */
    public URI html() {
        return folder.resolve(name + ".html").toUri();
    }

    /** The text part, below the subject. */
    String text() {
        return read(folder.resolve(name + ".txt"));
    }

    /** The subject. */
    String subject() {
        return text().lines().findFirst().orElseThrow().replaceFirst("^Subject: ", "");
    }

    @Override
    public String toString() {
        return name;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
