package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The theme's colours against each other: WCAG 2.2 AA, 1.4.3 for text and 1.4.11 for what is no text. */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double CONTROL = 3;

    @ParameterizedTest
    @CsvSource({
        "text, page",
        "text, card",
        "text, note-back",
        "text, bad-back",
        "text, good-back",
        "quiet, page",
        "quiet, card",
        "quiet, note-back",
        "link, card",
        "link, page",
        "on-accent, accent",
        "bad, card"
    })
    void text_can_be_read_where_it_stands(String text, String ground) {
        for (String scheme : new String[] {Palette.LIGHT, Palette.DARK}) {
            Palette palette = Palette.shipped(scheme);
            assertThat(palette.colour(text).against(palette.colour(ground)))
                    .as("%s on %s in %s", text, ground, scheme)
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "edge, card",
        "edge, page",
        "link, card",
        "link, page",
        "accent, card",
        "accent, page",
        "bad, card",
        "bad, bad-back",
        "good, good-back"
    })
    void controls_focus_and_signs_can_be_seen(String sign, String ground) {
        for (String scheme : new String[] {Palette.LIGHT, Palette.DARK}) {
            Palette palette = Palette.shipped(scheme);
            assertThat(palette.colour(sign).against(palette.colour(ground)))
                    .as("%s on %s in %s", sign, ground, scheme)
                    .isGreaterThanOrEqualTo(CONTROL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffd400", "#00ff00", "#777777", "#767676", "#ffffff", "#000000", "#e4002b", "#0a7d55"})
    void no_colour_of_a_brand_takes_the_words_away(String accent) {
        String page = Rendering.brand("cloakroom.brand.accent", accent, "cloakroom.brand.card", "#f4efe6");
        for (String scheme : new String[] {Palette.LIGHT, Palette.DARK}) {
            Palette palette = Palette.shipped(scheme).with(Palette.in(page, scheme));
            assertThat(palette.values()).containsEntry("accent", accent);
            assertThat(palette.colour("on-accent").against(palette.colour("accent")))
                    .as("words on the button in %s", scheme)
                    .isGreaterThanOrEqualTo(TEXT);
            assertThat(palette.colour("link").against(palette.colour("card")))
                    .as("links in %s", scheme)
                    .isGreaterThanOrEqualTo(TEXT);
            assertThat(palette.colour("link").against(palette.colour("page")))
                    .as("focus on the page in %s", scheme)
                    .isGreaterThanOrEqualTo(CONTROL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#808080", "#000000", "#3a50d9"})
    void a_ground_on_which_nothing_could_be_read_is_not_taken(String ground) {
        String page = Rendering.brand("cloakroom.brand.page", ground, "cloakroom.brand.card", ground);

        assertThat(Palette.in(page, Palette.LIGHT).values()).doesNotContainKeys("page", "card");
    }

    @ParameterizedTest
    @CsvSource({"accent", "card", "text", "quiet", "edge"})
    void the_template_measures_against_the_colours_of_the_style_sheet(String name) {
        String template = Rendering.source("cloakroom-brand.ftl");
        for (String scheme : new String[] {Palette.LIGHT, Palette.DARK}) {
            assertThat(template)
                    .containsPattern("\"selector\": \"" + scheme + "\".*\"" + name + "\": \""
                            + Palette.shipped(scheme).values().get(name) + "\"");
        }
    }
}
