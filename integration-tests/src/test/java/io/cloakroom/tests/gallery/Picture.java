package io.cloakroom.tests.gallery;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Display;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.OutputType;

/** The pictures that are taken of each exhibit. They lie under {@code target/screenshots/gallery}. */
public enum Picture {
    LIGHT(720, "light"),
    DARK(720, "dark"),
    PHONE(390, "light"),
    /** Wide enough for a picture beside the form. */
    WIDE(1200, "light");

    /** Those of every page and mail. */
    public static final List<Picture> EACH = List.of(LIGHT, DARK, PHONE);

    /** Where they lie until somebody takes them over into the documentation. */
    static final Path FOLDER = Path.of(System.getProperty("cloakroom.target", "target"), "screenshots", "gallery");

    private static final int HEIGHT = 780;

    private final int width;
    private final String scheme;

    Picture(int width, String scheme) {
        this.width = width;
        this.scheme = scheme;
    }

    /** The whole page, as long as it is. */
    public Path take(Chromium chromium, String name) {
        chromium.driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        chromium.on(display(HEIGHT));
        Object height = chromium.driver().executeScript("return document.documentElement.scrollHeight");
        chromium.on(display(((Number) height).intValue()));
        byte[] png = chromium.driver().getScreenshotAs(OutputType.BYTES);
        chromium.driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", false));
        return keep(file(name), png);
    }

    /** Without motion no picture shows a colour on its way to another. */
    private Display display(int height) {
        return Display.of(width, height)
                .preferring("prefers-color-scheme", scheme)
                .preferring("prefers-reduced-motion", "reduce");
    }

    /** The name of its file. */
    String file(String name) {
        return name + "-" + name().toLowerCase(Locale.ROOT) + ".png";
    }

    /** Keeps that beside the pictures. */
    public static Path keep(String file, byte[] content) {
        try {
            Files.createDirectories(FOLDER);
            return Files.write(FOLDER.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
