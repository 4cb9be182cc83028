package io.cloakroom.tests.gallery;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The 64 colours that a picture of a page can do with: a third of the bytes, and nobody sees the difference. */
final class Palette {

    private static final int SIZE = 64;

    private final int[] colours;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /** The same picture in the colours that it has most of. */
    static BufferedImage reduce(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Palette palette = new Palette(mostUsed(pixels));
        IndexColorModel model = new IndexColorModel(8, palette.colours.length, palette.colours, 0, false, -1, 0);
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] indexes = Arrays.stream(pixels).map(palette::index).toArray();
        reduced.getRaster().setPixels(0, 0, width, height, indexes);
        return reduced;
    }

    private static int[] mostUsed(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(pixels).forEach(pixel -> counts.merge(pixel, 1, Integer::sum));
        List<Map.Entry<Integer, Integer>> ranking = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SIZE)
                .toList();
        return ranking.stream().mapToInt(Map.Entry::getKey).toArray();
    }

    private int index(int colour) {
        return nearest.computeIfAbsent(colour, this::search);
    }

    private int search(int colour) {
        int best = 0;
        for (int i = 1; i < colours.length; i++) {
            if (distance(colours[i], colour) < distance(colours[best], colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }
}
