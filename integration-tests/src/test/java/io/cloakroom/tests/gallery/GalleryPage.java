package io.cloakroom.tests.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that shows the pictures: what is on it, and in which words. */
final class GalleryPage {

    private static final Pattern TRAILING_BLANKS = Pattern.compile("(?m)[ \\t]+$");
    private static final String HEAD = """
            # Gallery

            <!-- made from FINGERPRINT -->

            Every page and every mail, as a browser of the test suite has seen it: on a desktop in light and in dark, and on a
            phone. `mvn -Pgallery` takes these pictures and writes this page; `mvn verify` fails when templates, styles or
            English texts are others than those in the pictures. Names, logo and colours are the realm's to change.

            """;

    private static final String TABLE = "| | Light | Dark | Phone |\n|---|---|---|---|\n";

    private static final List<Picture> BRAND = List.of(Picture.WIDE, Picture.DARK, Picture.PHONE);

    private final List<Room> rooms;
    private final List<MailFiles> mails;

    GalleryPage(List<Room> rooms, List<MailFiles> mails) {
        this.rooms = rooms;
        this.mails = mails;
    }

    /** The files of all pictures on it. */
    List<String> pictures() {
        List<String> files = new ArrayList<>();
        Stream.concat(Exhibit.all().map(Exhibit::name), mails.stream().map(mail -> mail(mail.name())))
                .forEach(name -> Picture.EACH.forEach(picture -> files.add(picture.file(name))));
        Exhibit.main().forEach(exhibit -> {
            files.add(Picture.LIGHT.file(exhibit.name() + "-ar"));
            files.add(Picture.PHONE.file(exhibit.name() + "-de"));
        });
        files.add(Picture.LIGHT.file(mail(mails.get(0).name()) + "-ar"));
        BRAND.forEach(picture -> files.add(picture.file("brand")));
        return files;
    }

    String text(String fingerprint) {
        StringBuilder text = new StringBuilder(HEAD.replace("FINGERPRINT", fingerprint));
        rooms.forEach(room -> text.append(room(room)));
        text.append("## [In a realm's colours](../branding.md)\n\n");
        BRAND.forEach(picture -> text.append(image(picture.file("brand"), "In a realm's colours", width(picture)))
                .append("\n"));
        text.append("\n").append(languages());
        text.append(
                "## Mails\n\nThe parts in HTML; the text below each is what a mail program shows that has no HTML.\n\n");
        mails.forEach(mail -> text.append(mail(mail)));
        return TRAILING_BLANKS.matcher(text.toString().stripTrailing()).replaceAll("") + "\n";
    }

    /** The name of a mail's pictures, which shares a folder with pages. */
    static String mail(String name) {
        return "mail-" + name;
    }

    private static String room(Room room) {
        return "## " + room.title() + "\n\n" + TABLE
                + room.exhibits().stream()
                        .map(exhibit -> row(exhibit.caption(), exhibit.name()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private String languages() {
        return "## From right to left, and with long words\n\n| | Arabic | German, phone |\n|---|---|---|\n"
                + Exhibit.main()
                        .map(exhibit -> "| " + exhibit.caption() + " | "
                                + image(Picture.LIGHT.file(exhibit.name() + "-ar"), exhibit.caption(), 300) + " | "
                                + image(Picture.PHONE.file(exhibit.name() + "-de"), exhibit.caption(), 150) + " |\n")
                        .collect(Collectors.joining())
                + "| A mail | " + image(Picture.LIGHT.file(mail(mails.get(0).name()) + "-ar"), "A mail", 300)
                + " | |\n\n";
    }

    private static String mail(MailFiles mail) {
        return "### " + mail.subject() + "\n\n" + TABLE + row("`" + mail.name() + "`", mail(mail.name()))
                + "\n<details><summary>As text</summary>\n\n```text\n"
                + mail.text().strip() + "\n```\n\n</details>\n\n";
    }

    private static String row(String caption, String name) {
        return "| " + caption + " | "
                + Picture.EACH.stream()
                        .map(picture -> image(picture.file(name), caption, width(picture)))
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static int width(Picture picture) {
        return picture == Picture.PHONE ? 150 : 300;
    }

    private static String image(String file, String caption, int width) {
        return String.format(
                "<a href=\"%1$s\"><img src=\"%1$s\" width=\"%2$d\" alt=\"%3$s\"></a>",
                file, width, caption.replace("`", ""));
    }
}
