package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.link.LinkEnd;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and every mail, in every language, through FreeMarker itself. */
class TemplatesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String HOSTILE = "\"><script>alert(1)</script>";

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_identify_page_renders_with_and_without_an_error(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", HOSTILE);
        model.put("cloakroomAddressIsKnown", false);
        Rendering rendering = new Rendering(language);

        String plain = rendering.page("cloakroom-identify.ftl", model, Map.of());
        String refused = rendering.page("cloakroom-identify.ftl", model, Map.of("username", HOSTILE));
        model.put("cloakroomAddressIsKnown", true);
        String known = rendering.page("cloakroom-identify.ftl", model, Map.of());

        assertThat(plain)
                .contains("id=\"cloakroom-identify-form\"", "name=\"username\"", "autocomplete=\"username webauthn\"")
                .contains("name=\"method\" value=\"email\"")
                .doesNotContain("<script>alert", "aria-invalid", "readonly");
        assertThat(refused)
                .contains("aria-invalid=\"true\"", "id=\"input-error-username\"")
                .doesNotContain("<script>alert");
        assertThat(known).contains("readonly");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_code_page_renders_in_each_of_its_states(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", HOSTILE);
        model.put("cloakroomMayChange", true);
        model.put("cloakroomDigitsOnly", false);
        model.put("cloakroomHasLink", false);
        model.put("cloakroomMinutesLeft", 15L);
        model.put("cloakroomResendSeconds", 30L);
        Rendering rendering = new Rendering(language);

        String waiting = rendering.page("cloakroom-email-otp.ftl", model, Map.of());
        model.put("cloakroomMinutesLeft", 0L);
        model.put("cloakroomResendSeconds", 0L);
        model.put("cloakroomDigitsOnly", true);
        model.put("cloakroomMayChange", false);
        model.put("cloakroomHasLink", true);
        String over = rendering.page("cloakroom-email-otp.ftl", model, Map.of("code", HOSTILE));

        assertThat(waiting)
                .contains("id=\"cloakroom-code-form\"", "autocomplete=\"one-time-code\"", "inputmode=\"text\"")
                .contains("name=\"resend\"", "name=\"change\"", "data-seconds=\"30\"")
                .doesNotContain("<script>alert");
        assertThat(over)
                .contains("inputmode=\"numeric\"", "name=\"resend\"", "aria-invalid=\"true\"")
                .doesNotContain("name=\"change\"", "data-seconds", "<script>alert");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_that_waits_for_a_link_renders_in_each_of_its_states(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", HOSTILE);
        model.put("cloakroomMayChange", true);
        model.put("cloakroomMinutesLeft", 15L);
        model.put("cloakroomResendSeconds", 30L);
        Rendering rendering = new Rendering(language);

        String waiting = rendering.page("cloakroom-magic-link.ftl", model, Map.of());
        model.put("cloakroomMinutesLeft", 0L);
        String over = rendering.page("cloakroom-magic-link.ftl", model, Map.of("code", HOSTILE));

        assertThat(waiting)
                .contains("id=\"cloakroom-link-form\"", "name=\"resend\"", "name=\"change\"")
                .doesNotContain("name=\"code\"", "name=\"confirm\"", "<script>alert");
        assertThat(over).contains("id=\"input-error-code\"");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_pages_behind_links_render_in_each_of_their_states(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", "a•••@example.com");
        model.put("cloakroomAskedAt", "now");
        model.put("cloakroomBrowser", HOSTILE);
        model.put("client", Map.of("name", HOSTILE, "clientId", "app"));
        Rendering rendering = new Rendering(language);
        for (boolean elsewhere : new boolean[] {true, false}) {
            model.put("cloakroomElsewhere", elsewhere);
            model.put("cloakroomInvited", elsewhere);
            assertThat(rendering.page("cloakroom-magic-link-confirm.ftl", model, Map.of()))
                    .contains("id=\"cloakroom-link-form\"", "method=\"post\"", "name=\"confirm\"", "a•••@example.com")
                    .doesNotContain("<script>alert");
        }
        for (String code : new String[] {"ABCD-EFGH", ""}) {
            model.put("cloakroomCode", code);
            assertThat(rendering.page("cloakroom-magic-link-back.ftl", model, Map.of()))
                    .contains(code)
                    .doesNotContain("<form id", "<script>alert");
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_pages_of_links_that_lead_no_further_render(String language) {
        Map<String, Object> model = new HashMap<>();
        Rendering rendering = new Rendering(language);
        for (LinkEnd end : LinkEnd.values()) {
            model.put("cloakroomEnd", end.message());
            model.put("cloakroomAction", "https://id.example/ended");
            model.put("cloakroomClientId", HOSTILE);
            assertThat(rendering.page("cloakroom-link-ended.ftl", model, Map.of()))
                    .contains("id=\"cloakroom-again-form\"")
                    .doesNotContain("<script>alert");
            model.put("cloakroomClientId", "");
            assertThat(rendering.page("cloakroom-link-ended.ftl", model, Map.of()))
                    .doesNotContain("<form");
        }
        for (boolean asks : new boolean[] {true, false}) {
            model.put("cloakroomAsks", asks);
            assertThat(rendering.page("cloakroom-not-me.ftl", model, Map.of())).doesNotContain("<script>alert");
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mails_render_as_text_and_as_html(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("code", "ABCD-EFGH");
        model.put("appName", HOSTILE);
        model.put("askedAt", "now");
        model.put("expiresAt", "then");
        model.put("lifespanMinutes", 15L);
        model.put("browser", HOSTILE);
        model.put("signInLink", "https://id.example/link?key=a&b=c");
        model.put("notMeLink", "https://id.example/not-me?key=d");
        Rendering rendering = new Rendering(language);

        assertThat(rendering.mail("text/cloakroom-code.ftl", model).lines())
                .contains("ABCD-EFGH", "https://id.example/link?key=a&b=c", "https://id.example/not-me?key=d")
                .noneMatch(line -> line.contains("&lt;"));
        assertThat(rendering.mail("html/cloakroom-code.ftl", model))
                .contains(">ABCD-EFGH<", "dir=\"ltr\"", "href=\"https://id.example/link?key=a&amp;b=c\"")
                .doesNotContain("<script>", "Realm <b>");
        model.put("code", "");
        assertThat(rendering.mail("text/cloakroom-code.ftl", model).lines())
                .contains("https://id.example/link?key=a&b=c")
                .noneMatch(line -> line.matches("[A-Z0-9]{4}-[A-Z0-9]{4}"));
        assertThat(rendering.mail("html/cloakroom-code.ftl", model)).doesNotContain("<script>", "Realm <b>");
        model.put("appName", "");
        model.put("browser", "");
        assertThat(rendering.mail("text/cloakroom-notice.ftl", model)).doesNotContain("ABCD");
        assertThat(rendering.mail("html/cloakroom-notice.ftl", model)).doesNotContain("ABCD", "Realm <b>");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mail_of_an_administrator_renders_as_text_and_as_html(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("appName", HOSTILE);
        model.put("askedAt", "now");
        model.put("expiresAt", "then");
        model.put("lifespan", 7L);
        model.put("signInLink", "https://id.example/link?key=a&b=c");
        model.put("notMeLink", "https://id.example/not-me?key=d");
        Rendering rendering = new Rendering(language);
        for (String unit : new String[] {"cloakroomMinutes", "cloakroomHours", "cloakroomDays"}) {
            model.put("lifespanUnit", unit);
            String lifespan = Bundle.of(language).texts().get(unit).replace("{0}", "7");

            assertThat(rendering.mail("text/cloakroom-invitation.ftl", model).lines())
                    .containsSubsequence("https://id.example/link?key=a&b=c", "https://id.example/not-me?key=d")
                    .anyMatch(line -> line.contains(lifespan))
                    .noneMatch(line -> line.contains("&lt;"));
            assertThat(rendering.mail("html/cloakroom-invitation.ftl", model))
                    .contains("href=\"https://id.example/link?key=a&amp;b=c\"", "key=d\"", lifespan)
                    .doesNotContain("<script>", "Realm <b>", "&amp;amp;", "&amp;lt;");
        }
        model.put("appName", "");
        model.put("notMeLink", "");
        assertThat(rendering.mail("text/cloakroom-invitation.ftl", model)).doesNotContain("not-me");
        assertThat(rendering.mail("html/cloakroom-invitation.ftl", model)).doesNotContain("not-me");
    }
}
