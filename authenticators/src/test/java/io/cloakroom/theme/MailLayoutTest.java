package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What mail programs need of every mail, in every language. */
class MailLayoutTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";

    /** Where Gmail cuts a mail off, less something for what servers put around it. */
    private static final int MOST_BYTES = 100_000;

    private static final Set<String> HARMLESS = Set.of(
            "html", "head", "meta", "title", "style", "body", "div", "table", "tr", "td", "h1", "h2", "p", "a", "br",
            "b", "strong");

    private static final Map<String, Object> HOSTILE = Map.of(
            "serviceName",
            "</title></style><script>alert(1)</script>{0}'\"",
            "appName",
            "\"><img src=x>&lt;{1}''",
            "browser",
            "<!--<![endif]--> ]]> &#47;",
            "detail",
            "' onmouseover='alert(1)");

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void no_mail_is_cut_off(String language) {
        MailRendering rendering = MailRendering.of(language);
        Map<String, Object> much = Map.of(
                "serviceName",
                "\u8863".repeat(80),
                "appName",
                "\u8863".repeat(80),
                "signInLink",
                MailSample.LINK + "x".repeat(3000),
                "notMeLink",
                MailSample.NOT_ME + "x".repeat(3000));
        mails(rendering)
                .map(mail -> mail.with(much))
                .forEach(mail -> assertThat(rendering.html(mail).getBytes(StandardCharsets.UTF_8).length)
                        .as(mail.name())
                        .isLessThan(MOST_BYTES / 4));
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void every_mail_says_its_language_and_its_direction_where_no_program_strips_it(String language) {
        MailRendering rendering = MailRendering.of(language);
        String direction = Set.of("ar", "fa").contains(language) ? "rtl" : "ltr";
        mails(rendering).forEach(mail -> {
            MailDocument html = MailDocument.of(rendering.html(mail));
            assertThat(Stream.of(
                            html.root(),
                            html.elements("div").skip(1).findFirst().orElseThrow()))
                    .as(mail.name())
                    .allMatch(element -> element.getAttribute("lang")
                            .equals(rendering.locale().toLanguageTag()))
                    .allMatch(element -> element.getAttribute("dir").equals(direction));
            assertThat(html.marked("cloakroom-card"))
                    .allMatch(card -> card.getAttribute("align").equals(direction.equals("rtl") ? "right" : "left"));
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void there_is_one_thing_to_press_where_there_is_one_to_do(String language) {
        MailRendering rendering = MailRendering.of(language);
        mails(rendering).forEach(mail -> {
            List<String> buttons = MailDocument.of(rendering.html(mail))
                    .elements("a")
                    .filter(link -> MailDocument.classes(link).contains("cloakroom-ink"))
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(buttons)
                    .as(mail.name())
                    .isEqualTo(Stream.of("signInLink", "stopLink")
                            .map(name -> mail.content().getOrDefault(name, "").toString())
                            .filter(link -> !link.isEmpty())
                            .toList());
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void nothing_is_fetched_to_show_a_mail(String language) {
        MailRendering rendering = MailRendering.of(language);
        all(rendering).forEach(mail -> {
            String html = rendering.html(mail);
            assertThat(html).as(mail.name()).doesNotContain("url(", "@import", "src=", "background=", "http-equiv");
            assertThat(MailDocument.of(html).elements().map(element -> element.getTagName()))
                    .as(mail.name())
                    .isSubsetOf(HARMLESS);
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void names_are_words_and_nothing_else(String language) {
        MailRendering rendering = MailRendering.of(language);
        mails(rendering).forEach(mail -> {
            MailDocument usual = MailDocument.of(rendering.html(mail));
            MailDocument hostile = MailDocument.of(rendering.html(mail.with(HOSTILE)));
            assertThat(hostile.skeleton().stream().distinct()).as(mail.name()).isSubsetOf(usual.skeleton());
            assertThat(hostile.addresses()).as(mail.name()).isEqualTo(usual.addresses());
            assertThat(hostile.root().getTextContent())
                    .as(mail.name())
                    .contains(
                            HOSTILE.get("serviceName").toString(),
                            HOSTILE.get("appName").toString());
            assertThat(rendering.text(mail.with(HOSTILE)))
                    .as(mail.name())
                    .contains(
                            HOSTILE.get("serviceName").toString(),
                            HOSTILE.get("appName").toString());
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void text_and_html_say_the_same(String language) {
        MailRendering rendering = MailRendering.of(language);
        String notMe = rendering.words("cloakroomMailNotMe");
        String button = rendering.words("cloakroomMailNotMeButton");
        mails(rendering).forEach(mail -> {
            MailDocument html = MailDocument.of(rendering.html(mail));
            List<String> lines = rendering.text(mail).lines().map(String::strip).toList();
            String shown = MailDocument.words(html.root());

            assertThat(lines.stream()
                            .filter(line -> !line.isEmpty() && !line.equals("--") && !line.equals(notMe))
                            .filter(line -> !html.addresses().contains(line)))
                    .as(mail.name())
                    .allMatch(shown::contains);
            assertThat(html.paragraphs().stream().filter(paragraph -> !paragraph.equals(button)))
                    .as(mail.name())
                    .allMatch(String.join(" ", lines)::contains);
            assertThat(lines).as(mail.name()).containsAll(html.addresses());
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void what_is_read_before_a_mail_is_opened_holds_no_secret(String language) {
        MailRendering rendering = MailRendering.of(language);
        all(rendering).forEach(mail -> {
            var preheader = MailDocument.of(rendering.html(mail)).preheader();
            assertThat(MailDocument.style(preheader)).containsEntry("display", "none");
            assertThat(preheader.getTextContent())
                    .as(mail.name())
                    .doesNotContain(MailSample.CODE, "https:", "<")
                    .endsWith("\u034f\u200c\u00a0".repeat(90));
            assertThat(rendering.subject(mail)).as(mail.name()).isNotBlank().doesNotContain(MailSample.CODE, "{");
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void a_subject_that_shows_the_code_still_says_what_it_is_for(String language) {
        MailRendering rendering = MailRendering.of(language);

        assertThat(rendering.words("cloakroomSubjectWithCode", "What it is for", MailSample.CODE))
                .contains(MailSample.CODE, "What it is for");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void keycloaks_own_mails_look_like_ours(String language) {
        MailRendering rendering = MailRendering.of(language);
        MailSample.keycloaks().forEach(mail -> {
            String html = rendering.html(mail);
            assertThat(MailDocument.of(html).marked("cloakroom-card"))
                    .as(mail.name())
                    .hasSize(1);
            assertThat(html.split("Cloakroom</td>", -1)).as(mail.name()).hasSize(2);
        });
    }

    @Test
    void the_link_of_keycloaks_own_mails_is_a_button_unless_it_is_written_out() {
        MailRendering rendering = MailRendering.of("en");
        Map<String, Long> buttons = MailSample.keycloaks()
                .collect(Collectors.toMap(
                        MailSample::name,
                        mail -> MailDocument.of(rendering.html(mail))
                                .marked("cloakroom-ink")
                                .filter(link ->
                                        link.getAttribute("href").equals("https://id.example.com/action?key=a&b=c"))
                                .count()));

        assertThat(buttons)
                .containsEntry("keycloak-password-reset", 1L)
                .containsEntry("keycloak-executeActions", 1L)
                .containsEntry("keycloak-email-verification", 1L)
                .containsEntry("keycloak-email-update-confirmation", 0L)
                .containsEntry("keycloak-email-test", 0L);
    }

    @Test
    void no_name_in_keycloaks_own_mails_becomes_a_button() {
        String forged = "</p><p><a href=\"https://evil.example\">Go</a></p><p>";
        MailSample invitation = MailSample.keycloaks()
                .filter(mail -> mail.name().equals("keycloak-org-invite"))
                .map(mail -> mail.with(Map.of("organization", Map.of("name", forged))))
                .findFirst()
                .orElseThrow();

        assertThat(MailDocument.of(MailRendering.of("en").html(invitation)).marked("cloakroom-ink"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("https://id.example.com/action?key=a&b=c");
    }

    @Test
    void without_our_steps_keycloaks_own_mails_stay_as_they_are() {
        MailRendering theme = MailRendering.withoutSteps("en");

        MailSample.keycloaks()
                .forEach(mail ->
                        assertThat(theme.html(mail)).contains("<body>", "<p>").doesNotContain("cloakroom-"));
    }

    private static Stream<MailSample> all(MailRendering rendering) {
        return MailSample.all(rendering.locale()).stream();
    }

    private static Stream<MailSample> mails(MailRendering rendering) {
        return MailSample.ours(rendering.locale());
    }
}
