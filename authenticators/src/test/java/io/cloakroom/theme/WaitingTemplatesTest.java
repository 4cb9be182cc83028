package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that wait for what a mail holds, in every language. */
class WaitingTemplatesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String HOSTILE = "\"><script>alert(1)</script>";
    private static final Map<String, Object> LEFT =
            Map.of("cloakroomMinutesLeft", 15L, "cloakroomSecondsLeft", 899L, "cloakroomResendSeconds", 30L);
    private static final Map<String, Object> OVER =
            Map.of("cloakroomMinutesLeft", 0L, "cloakroomSecondsLeft", 0L, "cloakroomResendSeconds", 0L);

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_code_page_renders_in_each_of_its_states(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", HOSTILE);
        model.put("cloakroomMayChange", true);
        model.put("cloakroomDigitsOnly", false);
        model.put("cloakroomCodeLength", 8);
        model.put("cloakroomLead", "cloakroomCodeLead");
        model.putAll(LEFT);
        Rendering rendering = new Rendering(language);

        String waiting = rendering.page("cloakroom-email-otp.ftl", model, Map.of());
        model.putAll(OVER);
        model.put("cloakroomDigitsOnly", true);
        model.put("cloakroomMayChange", false);
        model.put("cloakroomLead", "cloakroomCodeOrLinkLead");
        String over = rendering.page("cloakroom-email-otp.ftl", model, Map.of("code", HOSTILE));

        assertThat(waiting)
                .contains("id=\"cloakroom-code-form\"", "autocomplete=\"one-time-code\"", "inputmode=\"text\"")
                .contains("name=\"resend\"", "name=\"change\"", "data-seconds=\"30\"", "data-length=\"8\"")
                .contains("cloakroom-clock", "id=\"cloakroom-news\"", "role=\"status\"")
                .containsPattern("id=\"cloakroom-verify\" class=\"[^\"]*pf-m-primary")
                .containsPattern("id=\"cloakroom-resend\" class=\"[^\"]*pf-m-secondary")
                .doesNotContain("<script>alert");
        assertThat(over)
                .contains("inputmode=\"numeric\"", "name=\"resend\"", "aria-invalid=\"true\"")
                .containsPattern("id=\"cloakroom-verify\" class=\"[^\"]*pf-m-secondary")
                .containsPattern("id=\"cloakroom-resend\" class=\"[^\"]*pf-m-primary")
                .doesNotContain("name=\"change\"", "id=\"cloakroom-wait\"", "cloakroom-clock", "<script>alert");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_code_page_says_no_more_than_the_flow_may_tell(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", "ada@example.com");
        model.put("cloakroomMayChange", true);
        model.put("cloakroomDigitsOnly", false);
        model.put("cloakroomCodeLength", 8);
        model.putAll(LEFT);
        Rendering rendering = new Rendering(language);
        for (String lead : List.of(
                "cloakroomCodeLead", "cloakroomCodeOrLinkLead", "cloakroomCodeSentLead", "cloakroomRecoveryCodeLead")) {
            model.put("cloakroomLead", lead);
            assertThat(withoutTags(rendering.page("cloakroom-email-otp.ftl", model, Map.of())))
                    .contains(rendering.words(lead, "ada@example.com"));
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_that_waits_for_a_link_renders_in_each_of_its_states(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", HOSTILE);
        model.put("cloakroomMayChange", true);
        model.putAll(LEFT);
        Rendering rendering = new Rendering(language);

        String waiting = rendering.page("cloakroom-magic-link.ftl", model, Map.of());
        model.putAll(OVER);
        String over = rendering.page("cloakroom-magic-link.ftl", model, Map.of("code", HOSTILE));

        assertThat(waiting)
                .contains("id=\"cloakroom-link-form\"", "name=\"resend\"", "name=\"change\"")
                .doesNotContain("name=\"code\"", "name=\"confirm\"", "<script>alert");
        assertThat(over).contains("id=\"input-error-code\"");
    }

    private static String withoutTags(String page) {
        return page.replaceAll("<[^>]*>", "").replace("&#39;", "'");
    }
}
