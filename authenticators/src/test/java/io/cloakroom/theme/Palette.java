package io.cloakroom.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours that a style sheet names for one scheme. */
record Palette(Map<String, String> values) {

    static final String LIGHT = ":root";
    static final String DARK = ":root.pf-v5-theme-dark";

    private static final Path SHEET = Rendering.THEME.resolve("resources/css/cloakroom.css");
    private static final Pattern VARIABLE = Pattern.compile("--cloakroom-([a-z-]+):\\s*([^;]+);");

    /** What our own style sheet says for that scheme. */
    static Palette shipped(String selector) {
        try {
            return in(Files.readString(SHEET), selector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a style sheet, or a page that holds one, says for that scheme. */
    static Palette in(String text, String selector) {
        Matcher rule =
                Pattern.compile(Pattern.quote(selector) + "\\s*\\{([^}]*)}").matcher(text);
        Map<String, String> values = new HashMap<>();
        while (rule.find()) {
            Matcher variable = VARIABLE.matcher(rule.group(1));
            while (variable.find()) {
                values.putIfAbsent(variable.group(1), variable.group(2));
            }
        }
        return new Palette(values);
    }

    /** This one, with what that one has instead. */
    Palette with(Palette other) {
        Map<String, String> both = new HashMap<>(values);
        both.putAll(other.values);
        return new Palette(both);
    }

    Colour colour(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new AssertionError("There is no --cloakroom-" + name);
        }
        return Colour.of(value);
    }
}
