package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.gallery.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures of the documentation are those that the suite has taken, and of nothing that has changed since. */
class GalleryTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path GALLERY = ROOT.resolve("docs/gallery");
    private static final Pattern PICTURE = Pattern.compile("(?:src=\"|!\\[[^]]*]\\()([^\")]+)");
    private static final long MOST_BYTES = 4_000_000;

    @Test
    void it_was_made_from_what_is_there_now() throws IOException {
        String page = Files.readString(GALLERY.resolve("README.md"));
        String madeFrom = page.replaceFirst("(?s).*<!-- made from (\\w+) -->.*", "$1");
        if (!madeFrom.equals(Sources.fingerprint(ROOT))) {
            Chromium.require();
        }

        assertThat(madeFrom)
                .as("docs/gallery shows templates, styles or texts of before: run mvn -Pgallery")
                .isEqualTo(Sources.fingerprint(ROOT));
    }

    @Test
    void every_picture_in_the_documentation_comes_from_it() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }

        assertThat(pages.stream().flatMap(GalleryTest::pictures))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture).isRegularFile().hasParent(GALLERY));
    }

    @Test
    void it_shows_all_that_it_keeps_and_is_not_too_heavy_to_clone() throws IOException {
        List<Path> shown = pictures(GALLERY.resolve("README.md")).distinct().toList();
        try (Stream<Path> kept = Files.list(GALLERY)) {
            assertThat(kept.filter(file -> file.toString().endsWith(".png")))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
        assertThat(shown.stream()
                        .mapToLong(picture -> picture.toFile().length())
                        .sum())
                .isLessThan(MOST_BYTES);
    }

    private static Stream<Path> pictures(Path page) {
        try {
            return PICTURE.matcher(Files.readString(page))
                    .results()
                    .map(match -> page.resolveSibling(match.group(1)).normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
