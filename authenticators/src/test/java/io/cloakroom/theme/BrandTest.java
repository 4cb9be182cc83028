package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator may set about the look, and what is not let through. */
class BrandTest {

    private static final int MOST_ADDED = 15_000;
    private static final String UNTOUCHED = Rendering.brand();

    @Test
    void a_realm_sets_its_colours_its_logo_and_its_links() {
        String page = Rendering.brand(
                "cloakroom.brand.accent", "#0A7D55",
                "cloakroom.brand.accentDark", "#5fe0b0",
                "cloakroom.brand.radius", "4",
                "cloakroom.brand.logo", "https://cdn.example/logo.svg?v=1&w=2",
                "cloakroom.brand.background", "img/hall.jpg",
                "cloakroom.brand.imprint", "https://acme.example/imprint?a=1&b=2",
                "cloakroom.brand.privacy", "/privacy");

        assertThat(Palette.in(page, Palette.LIGHT).values())
                .containsEntry("accent", "#0A7D55")
                .containsEntry("on-accent", "#ffffff")
                .containsEntry("radius", "4px")
                .containsEntry("picture", "url(\"/resources/login/img/hall.jpg\")");
        assertThat(Palette.in(page, Palette.DARK).values())
                .containsEntry("accent", "#5fe0b0")
                .containsEntry("on-accent", "#000000");
        assertThat(page)
                .contains("url(\"https://cdn.example/logo.svg?v=1&w=2\")", "class=\"cloakroom-picture\"")
                .contains("href=\"https://acme.example/imprint?a=1&amp;b=2\"", "href=\"/privacy\"")
                .doesNotContain(">Help<");
    }

    @Test
    void a_child_theme_sets_the_same_by_properties_and_the_realm_wins() {
        Map<String, String> properties =
                Map.of("cloakroomAccent", "#112233", "cloakroomHelp", "https://acme.example/help");

        String child = Rendering.brand(properties);
        String both = Rendering.brand(properties, "cloakroom.brand.accent", "#445566");
        String mistyped = Rendering.brand(properties, "cloakroom.brand.accent", "green");

        assertThat(child).contains("href=\"https://acme.example/help\"");
        assertThat(Palette.in(child, Palette.LIGHT).values()).containsEntry("accent", "#112233");
        assertThat(Palette.in(both, Palette.LIGHT).values()).containsEntry("accent", "#445566");
        assertThat(Palette.in(mistyped, Palette.LIGHT).values()).containsEntry("accent", "#112233");
    }

    @Test
    void nothing_set_changes_nothing() {
        assertThat(Palette.in(UNTOUCHED, Palette.LIGHT).values()).isEmpty();
        assertThat(UNTOUCHED).doesNotContain("cloakroom-links", "cloakroom-picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red;}body{display:none",
                "#fff;}body{display:none",
                "#ffffff;",
                "#ffffff\n",
                "</style><script>alert(1)</script>",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:image/svg+xml,x",
                "http://acme.example/",
                "//evil.example/x",
                "/\\evil.example",
                "https://acme.example/\");}body{display:none",
                "https://acme.example/\\22);x",
                "https://user:word@evil.example",
                "https://acme.example/'x",
                "https://acme.example/ x",
                "33",
                "-1",
                "1px",
                "url(x)",
                ""
            })
    void nothing_hostile_gets_through(String value) {
        for (String name : List.of(
                "accent",
                "accentDark",
                "page",
                "pageDark",
                "card",
                "cardDark",
                "radius",
                "logo",
                "logoDark",
                "background",
                "imprint",
                "privacy",
                "help")) {
            assertThat(Rendering.brand("cloakroom.brand." + name, value))
                    .as("cloakroom.brand.%s = %s", name, value)
                    .isEqualTo(UNTOUCHED);
        }
    }

    @Test
    void what_we_add_to_a_page_is_small() throws IOException {
        Path steps = Path.of("src/main/resources/theme-resources/resources");
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        for (Path folder : List.of(steps, Rendering.THEME.resolve("resources"))) {
            try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
                for (Path file : files.toList()) {
                    added.write(compressed(Files.readAllBytes(file)));
                }
            }
        }

        assertThat(added.size()).isLessThan(MOST_ADDED);
    }

    private static byte[] compressed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
