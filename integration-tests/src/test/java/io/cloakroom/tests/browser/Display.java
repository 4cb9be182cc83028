package io.cloakroom.tests.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a page is shown on: so many CSS pixels, and what the person has told the system that they prefer. */
public final class Display {

    private final int width;
    private final int height;
    private final Map<String, String> preferences;

    private Display(int width, int height, Map<String, String> preferences) {
        this.width = width;
        this.height = height;
        this.preferences = preferences;
    }

    /** One whose owner prefers nothing in particular. */
    public static Display of(int width, int height) {
        return new Display(width, height, Map.of("prefers-color-scheme", "light"));
    }

    /** The same with one more preference, by the name that style sheets have for it. */
    public Display preferring(String feature, String value) {
        Map<String, String> more = new LinkedHashMap<>(preferences);
        more.put(feature, value);
        return new Display(width, height, more);
    }

    void applyTo(ChromeDriver driver) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        preferences.entrySet().stream()
                                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                                .toList()));
    }
}
