package io.cloakroom.tests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A question about what is shown that only a script within it can answer; the script's name is the question's. */
public enum Check {
    /** Does axe-core find anything? Ask {@link Axe}. */
    AXE,
    /** Is anything wider than the screen, cut off, or covered? */
    OVERFLOW,
    /** Does every field and button have an edge that is still there when the system decides on all colours? */
    EDGES,
    /** Does anything move, but for the number that counts down? */
    MOTION,
    /** Does anything come from elsewhere, keep the page from being shown, or push it around later on? */
    LOADING,
    /** What has it loaded? */
    LOADED,
    /** Where does the Tab key lead, and in which order do people see these places? */
    TAB_STOPS,
    /** Which place has the focus, and is that to be seen? */
    FOCUS;

    private final String script =
            resource("/checks/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".js");

    /** What the script has to say; where it asks for faults, nothing if all is well. */
    public List<String> answers(Chromium chromium, Object... arguments) {
        Object answer = chromium.driver().executeAsyncScript(script, arguments);
        if (answer instanceof List<?> answers) {
            return answers.stream().map(String::valueOf).toList();
        }
        throw new AssertionError("The script of " + this + " answered " + answer);
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Check.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
