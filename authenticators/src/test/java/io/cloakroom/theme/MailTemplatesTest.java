package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail, in every language, through FreeMarker itself. */
class MailTemplatesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String HOSTILE = "\"><script>alert(1)</script>";
    private static final String LINK = "https://id.example/link?key=a&b=c";
    private static final String NOT_ME = "https://id.example/not-me?key=d";

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mail_about_a_factor_names_it(String language) {
        MailRendering rendering = MailRendering.of(language);
        for (String factor : new String[] {"Passkey", "SecurityKey", "Totp", "RecoveryCodes"}) {
            boolean isAdded = factor.equals("Totp");
            Map<String, Object> model = news("SecurityNotice", "cloakroomSecurityNoticeNotYou");
            model.put("heading", isAdded ? "cloakroomSecurityNoticeAdded" : "cloakroomSecurityNoticeRemoved");
            model.put("factor", "cloakroomFactor" + factor);
            model.put("isLastGone", !isAdded);
            String name = Bundle.of(language).texts().get("cloakroomFactor" + factor);

            assertThat(rendering.text(mail("cloakroom-security-notice", model)))
                    .contains(name)
                    .doesNotContain("&lt;");
            assertThat(rendering.html(mail("cloakroom-security-notice", model)))
                    .contains(name)
                    .doesNotContain("<script>", "Realm <b>", "href=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Address", "Started", "Stopped", "Completed", "Recovered"})
    void the_mails_about_an_address_and_a_recovery_render_as_text_and_as_html(String what) {
        String name = what.equals("Address") ? "AddressNotice" : "Recovery" + what;
        Bundle.languages().forEach(language -> {
            MailRendering rendering = MailRendering.of(language);
            for (String detail : new String[] {HOSTILE, ""}) {
                Map<String, Object> model = news(name, "cloakroomSecurityNoticeNotYou");
                model.put("detail", detail);

                assertThat(rendering.text(mail("cloakroom-security-notice", model)))
                        .contains("Realm <b>")
                        .doesNotContain("&lt;", "{");
                assertThat(rendering.html(mail("cloakroom-security-notice", model)))
                        .contains("Realm &lt;b&gt;")
                        .doesNotContain("<script>", "Realm <b>", "&amp;lt;", "href=");
            }
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mail_about_a_recovery_that_waits_stops_it_by_a_link_where_there_is_one(String language) {
        String byLink = Bundle.of(language).texts().get("cloakroomRecoveryStopByLink");
        Map<String, Object> model = news("RecoveryStarted", "cloakroomRecoveryStartedAdvice");
        model.put("detail", HOSTILE);
        MailRendering rendering = MailRendering.of(language);

        assertThat(rendering.text(mail("cloakroom-security-notice", model)).strip())
                .contains(HOSTILE)
                .doesNotContain(byLink)
                .doesNotContainPattern(":\\s*\\n\\n(?!https:)");
        assertThat(rendering.html(mail("cloakroom-security-notice", model))).doesNotContain(byLink, "<script>");
        model.put("stopLink", "https://id.example/not-me?key=a&b=c");
        assertThat(rendering.text(mail("cloakroom-security-notice", model)).lines())
                .containsSubsequence(byLink, "https://id.example/not-me?key=a&b=c");
        assertThat(rendering.html(mail("cloakroom-security-notice", model)))
                .contains(byLink, "href=\"https://id.example/not-me?key=a&amp;b=c\"")
                .doesNotContain("<script>", "Realm <b>");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mails_that_prove_an_address_render_as_text_and_as_html(String language) {
        MailRendering rendering = MailRendering.of(language);
        for (String name : new String[] {"Code", "Link", "SignUp", "Recovery", "IdentityProvider"}) {
            Map<String, Object> model = proof(name);
            assertThat(rendering.text(mail("cloakroom-code", model)).lines())
                    .contains("ABCD-EFGH", LINK, NOT_ME)
                    .noneMatch(line -> line.contains("&lt;"));
            assertThat(rendering.html(mail("cloakroom-code", model)))
                    .contains(">ABCD-EFGH<", "dir=\"ltr\"", "href=\"https://id.example/link?key=a&amp;b=c\"")
                    .doesNotContain("<script>", "Realm <b>", "&amp;lt;");
            model.put("code", "");
            assertThat(rendering.text(mail("cloakroom-code", model)).lines())
                    .contains(LINK)
                    .noneMatch(line -> line.matches("[A-Z0-9]{4}-[A-Z0-9]{4}"));
            assertThat(rendering.html(mail("cloakroom-code", model))).doesNotContain("<script>", "Realm <b>");
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mails_to_strangers_hold_nothing_that_signs_in(String language) {
        MailRendering rendering = MailRendering.of(language);
        for (String name : new String[] {"Notice", "NoSignUp"}) {
            Map<String, Object> model = proof(name);
            model.put("advice", "cloakroom" + name + "Try");
            for (String shown : new String[] {HOSTILE, ""}) {
                model.put("appName", shown);
                model.put("browser", shown);
                assertThat(rendering.text(mail("cloakroom-notice", model)))
                        .contains(Bundle.of(language).texts().get("cloakroom" + name + "Try"), NOT_ME)
                        .doesNotContain("ABCD", LINK, "&lt;");
                assertThat(rendering.html(mail("cloakroom-notice", model)))
                        .doesNotContain("ABCD", "link?key", "<script>", "Realm <b>", "&amp;lt;");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mail_about_a_taken_address_holds_what_its_owner_may_use(String language) {
        String noWay = Bundle.of(language).texts().get("cloakroomTakenNoWay");
        MailRendering rendering = MailRendering.of(language);
        for (String code : new String[] {"ABCD-EFGH", ""}) {
            for (String link : new String[] {LINK, ""}) {
                Map<String, Object> model = proof("Taken");
                model.put("code", code);
                model.put("signInLink", link);
                String text = rendering.text(mail("cloakroom-taken", model));
                String html = rendering.html(mail("cloakroom-taken", model));

                assertThat(text).contains(code, link, NOT_ME).doesNotContain("&lt;");
                assertThat(text.contains(noWay)).isEqualTo(code.isEmpty() && link.isEmpty());
                assertThat(html).contains(code).doesNotContain("<script>", "Realm <b>", "&amp;lt;");
                assertThat(html.contains("link?key=a&amp;b=c")).isEqualTo(!link.isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_mail_of_an_administrator_renders_as_text_and_as_html(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("appName", HOSTILE);
        model.put("askedAt", "now");
        model.put("expiresAt", "then");
        model.put("lifespan", 7L);
        model.put("signInLink", LINK);
        model.put("notMeLink", NOT_ME);
        MailRendering rendering = MailRendering.of(language);
        for (String unit : new String[] {"Minutes", "Hours", "Days"}) {
            String key = "cloakroomInvitation" + unit;
            model.put("lifespanUnit", key);
            String lifespan = rendering.words(key, 7L, "then");

            assertThat(rendering.text(mail("cloakroom-invitation", model)).lines())
                    .containsSubsequence(LINK, NOT_ME)
                    .anyMatch(line -> line.contains(lifespan))
                    .noneMatch(line -> line.contains("&lt;"));
            assertThat(rendering.html(mail("cloakroom-invitation", model)))
                    .contains("href=\"https://id.example/link?key=a&amp;b=c\"", "key=d\"", lifespan)
                    .doesNotContain("<script>", "Realm <b>", "&amp;amp;", "&amp;lt;");
        }
        model.put("appName", "");
        model.put("notMeLink", "");
        assertThat(rendering.text(mail("cloakroom-invitation", model))).doesNotContain("not-me");
        assertThat(rendering.html(mail("cloakroom-invitation", model))).doesNotContain("not-me");
    }

    private static MailSample mail(String template, Map<String, Object> model) {
        return new MailSample(template, "cloakroomCodeSubject", template + ".ftl", model)
                .with(Map.of("serviceName", "Realm <b>"));
    }

    private static Map<String, Object> proof(String name) {
        Map<String, Object> model = new HashMap<>();
        model.put("heading", "cloakroom" + name + "Heading");
        model.put("intro", "cloakroom" + name + "Intro");
        model.put("code", "ABCD-EFGH");
        model.put("appName", HOSTILE);
        model.put("askedAt", "now");
        model.put("expiresAt", "then");
        model.put("lifespanMinutes", 15L);
        model.put("browser", HOSTILE);
        model.put("notYou", "cloakroomMailNotYou");
        model.put("signInLink", LINK);
        model.put("notMeLink", NOT_ME);
        return model;
    }

    private static Map<String, Object> news(String name, String advice) {
        Map<String, Object> model = new HashMap<>();
        model.put("heading", "cloakroom" + name + "Heading");
        model.put("intro", "cloakroom" + name + "Intro");
        model.put("advice", advice);
        model.put("factor", "");
        model.put("detail", "");
        model.put("isLastGone", false);
        model.put("stopLink", "");
        model.put("appName", HOSTILE);
        model.put("askedAt", "now");
        return model;
    }
}
