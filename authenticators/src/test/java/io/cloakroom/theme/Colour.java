package io.cloakroom.theme;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour as style sheets write it, measured as WCAG 2.2 does. */
record Colour(int red, int green, int blue) {

    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+) (\\d+) (\\d+)\\)");

    /** Of {@code #rrggbb} or {@code rgb(r g b)}. */
    static Colour of(String text) {
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            return of(hex, 16);
        }
        Matcher rgb = RGB.matcher(text);
        if (rgb.matches()) {
            return of(rgb, 10);
        }
        throw new AssertionError("Not a colour: " + text);
    }

    /** The ratio of contrast, from 1 to 21. */
    double against(Colour other) {
        double a = luminance() + 0.05;
        double b = other.luminance() + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static Colour of(Matcher channels, int radix) {
        int[] values = Arrays.stream(new int[] {1, 2, 3})
                .map(group -> Integer.parseInt(channels.group(group), radix))
                .toArray();
        return new Colour(values[0], values[1], values[2]);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
