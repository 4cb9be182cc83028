package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail, in every language, through FreeMarker itself. */
class MailTemplatesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String HOSTILE = "\"><script>alert(1)</script>";

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mail_about_a_change_renders_as_text_and_as_html(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("appName", HOSTILE);
        model.put("askedAt", "now");
        Rendering rendering = new Rendering(language);
        for (String factor : new String[] {"Passkey", "SecurityKey", "Totp", "RecoveryCodes"}) {
            model.put("factor", "cloakroomFactor" + factor);
            model.put(
                    "heading",
                    factor.equals("Totp") ? "cloakroomSecurityNoticeAdded" : "cloakroomSecurityNoticeRemoved");
            model.put("isLastGone", !factor.equals("Totp"));
            String name = Bundle.of(language).texts().get("cloakroomFactor" + factor);

            assertThat(rendering.mail("text/cloakroom-security-notice.ftl", model))
                    .contains(name)
                    .doesNotContain("&lt;");
            assertThat(rendering.mail("html/cloakroom-security-notice.ftl", model))
                    .contains(name)
                    .doesNotContain("<script>", "Realm <b>", "href=");
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
