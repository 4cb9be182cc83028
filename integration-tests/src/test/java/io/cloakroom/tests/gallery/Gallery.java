package io.cloakroom.tests.gallery;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Takes the pictures of the last walk over into {@code docs/gallery}, as small as they can be, with a page that shows them. */
public final class Gallery {

    private final Path root;
    private final Path folder;

    private Gallery(Path root) {
        this.root = root;
        this.folder = root.resolve("docs/gallery");
    }

    /** The system property {@code cloakroom.root} says where the project is. */
    public static void main(String[] args) throws IOException {
        new Gallery(Path.of(System.getProperty("cloakroom.root"))).build();
    }

    private void build() throws IOException {
        GalleryPage page = new GalleryPage(Room.ALL, MailFiles.in("en").toList());
        clear();
        for (String picture : page.pictures()) {
            shrink(Picture.FOLDER.resolve(picture), folder.resolve(picture));
        }
        Files.writeString(folder.resolve("README.md"), page.text(Sources.fingerprint(root)));
        System.out.println(page.pictures().size() + " pictures are in " + folder);
    }

    private void clear() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            old.forEach(Gallery::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shrink(Path from, Path to) throws IOException {
        BufferedImage picture = Palette.reduce(ImageIO.read(from.toFile()));
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(picture), "png")
                .next();
        ImageWriteParam most = writer.getDefaultWriteParam();
        most.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        most.setCompressionQuality(0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, List.of(), null), most);
        } finally {
            writer.dispose();
        }
    }
}
