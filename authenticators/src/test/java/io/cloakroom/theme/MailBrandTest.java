package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a realm and a theme may change about mails: values of the one right form, and nothing else. */
class MailBrandTest {

    private static final MailRendering ENGLISH = MailRendering.of("en");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red",
                "#fff",
                "#12345g",
                "#1234567",
                "#123456;background:url(https://evil.example)",
                "#123456\n",
                "\"><script>alert(1)</script>",
                "expression(alert(1))",
                " #123456"
            })
    void what_is_no_colour_is_as_if_it_were_not_there(String wanted) {
        String usual = ENGLISH.html(branded(Map.of()));

        assertThat(ENGLISH.html(branded(Map.of("accent", wanted, "accentDark", wanted))))
                .isEqualTo(usual);
        assertThat(ENGLISH.html(
                        branded(Map.of("accent", "")).with(Map.of("properties", Map.of("cloakroomAccent", wanted)))))
                .isEqualTo(usual);
    }

    @ParameterizedTest
    @CsvSource({"'', '', #3a50d9", "'', #0A7B34, #0A7B34", "#ffcc00, #0A7B34, #ffcc00", "none, #0A7B34, #0A7B34"})
    void the_realm_wins_over_the_theme(String ofRealm, String ofTheme, String shown) {
        MailSample mail =
                branded(Map.of("accent", ofRealm)).with(Map.of("properties", Map.of("cloakroomAccent", ofTheme)));

        assertThat(MailDocument.of(ENGLISH.html(mail)).marked("cloakroom-accent"))
                .isNotEmpty()
                .allMatch(element -> element.getAttribute("bgcolor").equals(shown));
    }

    @ParameterizedTest
    @MethodSource("io.cloakroom.theme.Bundle#languages")
    void the_footer_leads_where_the_realm_says(String language) {
        MailRendering rendering = MailRendering.of(language);
        String help = "https://help.example/start?a=1&b=2#top";
        MailSample mail = branded(Map.of("help", help, "privacy", "", "imprint", "https://example.com/imprint"));
        MailDocument html = MailDocument.of(rendering.html(mail));

        assertThat(html.addresses()).endsWith(help, "https://example.com/imprint");
        assertThat(MailDocument.words(html.root()))
                .contains(rendering.words("cloakroomHelp"), rendering.words("cloakroomImprint"));
        assertThat(rendering.text(mail).strip())
                .endsWith(rendering.words("cloakroomHelp") + ": " + help + "\n" + rendering.words("cloakroomImprint")
                        + ": https://example.com/imprint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "javascript:alert(1)",
                "//evil.example",
                "/path",
                "https://",
                "https://a b",
                "https://a\" onclick=\"alert(1)",
                "https://a\nhttps://evil.example",
                "https://a'><script>",
                "data:text/html,x"
            })
    void what_is_no_address_is_as_if_it_were_not_there(String wanted) {
        MailSample mail = branded(Map.of("help", wanted)).with(Map.of("properties", Map.of("cloakroomHelp", wanted)));

        assertThat(ENGLISH.html(mail)).isEqualTo(ENGLISH.html(branded(Map.of())));
        assertThat(ENGLISH.text(mail)).isEqualTo(ENGLISH.text(branded(Map.of())));
    }

    private static MailSample branded(Map<String, String> brand) {
        return MailSample.ours(ENGLISH.locale())
                .filter(mail -> mail.name().equals("link"))
                .map(mail -> mail.with(Map.of("brand", brand)))
                .findFirst()
                .orElseThrow();
    }
}
