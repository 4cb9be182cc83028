package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page's title is what a screen reader says first: what has happened, where one is, at whose service. */
class TitlesTest {

    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final Map<String, Object> WAITING = Map.of(
            "cloakroomAddress",
            "ada@example.com",
            "cloakroomMayChange",
            true,
            "cloakroomDigitsOnly",
            false,
            "cloakroomCodeLength",
            8,
            "cloakroomLead",
            "cloakroomCodeLead",
            "cloakroomMinutesLeft",
            15L,
            "cloakroomSecondsLeft",
            899L,
            "cloakroomResendSeconds",
            30L);

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/theme-resources/templates"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains("registrationLayout"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_has_one_of_its_own_from_the_words_of_its_heading(Path page) {
        String template = read(page);

        assertThat(template.indexOf("<@titles.of heading=heading"))
                .isPositive()
                .isLessThan(template.indexOf("<@layout.registrationLayout"));
        assertThat(template).containsPattern("<#if section = \"header\">\\s*\\$\\{heading}\\s*<#elseif");
    }

    @Test
    void it_begins_with_what_has_happened() {
        Rendering english = new Rendering("en");
        Map<String, Object> again = new HashMap<>(WAITING);
        again.put("message", Map.of("type", "success", "summary", "A new email is on its way."));

        assertThat(title(english.page("cloakroom-email-otp.ftl", WAITING, Map.of())))
                .isEqualTo("Check your email – realm");
        assertThat(title(english.page("cloakroom-email-otp.ftl", again, Map.of())))
                .isEqualTo("A new email is on its way. – Check your email – realm");
        assertThat(title(english.page("cloakroom-email-otp.ftl", WAITING, Map.of("code", "That is not right."))))
                .isEqualTo("That is not right. – Check your email – realm");
    }

    @Test
    void it_ends_with_the_name_of_the_realm_that_people_read() {
        Map<String, Object> realm = Rendering.realm();
        realm.put("displayName", "Acme & Co");
        Map<String, Object> model = new HashMap<>(WAITING);
        model.put("realm", realm);

        assertThat(title(new Rendering("en").page("cloakroom-email-otp.ftl", model, Map.of())))
                .isEqualTo("Check your email – Acme &amp; Co");
    }

    @Test
    void what_is_typed_there_stays_text_and_markup_in_a_message_is_left_out() {
        String page = new Rendering("en")
                .page("cloakroom-email-otp.ftl", WAITING, Map.of("code", "\"><script>alert(1)</script> <b>No</b>"));

        assertThat(title(page)).isEqualTo("&quot;&gt;alert(1) No – Check your email – realm");
    }

    @Test
    void the_organization_that_invites_is_named_there_as_it_is() {
        Map<String, Object> model = new HashMap<>(Map.of("cloakroomAddress", "", "cloakroomOrganization", "Guild <b>"));
        model.put("profile", Map.of("attributes", List.of(), "html5DataAnnotations", Map.of()));

        assertThat(title(new Rendering("en").page("cloakroom-sign-up.ftl", model, Map.of())))
                .isEqualTo("Join Guild &lt;b&gt; – realm");
    }

    private static String title(String page) {
        Matcher title = TITLE.matcher(page);
        assertThat(title.find()).isTrue();
        return title.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
