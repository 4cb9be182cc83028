package io.cloakroom.tests.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The browser and its driver, where the PATH has them. With {@code CI=true} or {@code -Dbrowser=required} it must. */
record ChromiumBinaries(Path browser, Path driver) {

    static ChromiumBinaries find() {
        Optional<Path> browser = onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        Optional<Path> driver = onPath("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            giveUp("This test needs chromium (or google-chrome) and chromedriver on the PATH");
        }
        return new ChromiumBinaries(browser.orElseThrow(), driver.orElseThrow());
    }

    private static void giveUp(String reason) {
        boolean required = "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("browser"));
        if (required) {
            throw new AssertionError(reason + "; CI=true or -Dbrowser=required does not let it be skipped");
        }
        Assumptions.abort(reason + "; -Dbrowser=required makes that a failure");
    }

    private static Optional<Path> onPath(String... names) {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
