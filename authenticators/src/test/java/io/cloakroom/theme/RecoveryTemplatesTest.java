package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.flow.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of a recovery, in every language and state. */
class RecoveryTemplatesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String HOSTILE = "\"><script>alert(1)</script>";
    private static final String DELAY = "cloakroom-delayed-recovery.ftl";

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_that_asks_for_the_address_renders_with_and_without_an_error(String language) {
        Map<String, Object> model = Map.of("cloakroomAddress", HOSTILE);
        Rendering rendering = new Rendering(language);

        assertThat(rendering.page("cloakroom-recovery.ftl", model, Map.of()))
                .contains("id=\"cloakroom-recovery-form\"", "name=\"username\"", "name=\"passkeys\"")
                .contains("href=\"https://id.example/login?a=1&amp;b=2\"")
                .doesNotContain("<script>alert", "aria-invalid");
        assertThat(rendering.page("cloakroom-recovery.ftl", model, Map.of("username", HOSTILE)))
                .contains("aria-invalid=\"true\"", "id=\"input-error-username\"")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_about_a_lost_second_factor_has_the_buttons_of_its_state(String language) {
        Rendering rendering = new Rendering(language);
        Map<String, List<String>> buttons = Map.of(
                "none",
                List.of("have", "start"),
                "waiting",
                List.of("have", "stop"),
                "ready",
                List.of("complete", "have", "stop"));
        buttons.forEach((state, shown) -> {
            Map<String, Object> model = Map.of("cloakroomRecovery", state, "cloakroomReadyAt", moment(HOSTILE));
            String page = rendering.page(DELAY, model, Map.of());

            assertThat(page).contains("id=\"cloakroom-delayed-recovery-form\"").doesNotContain("<script>alert");
            for (String button : List.of("have", "start", "stop", "complete")) {
                assertThat(page.contains("name=\"" + button + "\""))
                        .as(state + " " + button)
                        .isEqualTo(shown.contains(button));
            }
        });
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_about_a_lost_second_factor_says_what_comes_next(String language) {
        Map<String, String> texts = Bundle.of(language).texts();
        Rendering rendering = new Rendering(language);
        Map<String, Object> model = new HashMap<>(Map.of("cloakroomRecovery", "none"));

        assertThat(rendering.page(DELAY, model, Map.of()))
                .contains(texts.get("cloakroomDelayTitle"), texts.get("cloakroomDelayHint"))
                .doesNotContain("role=\"alert\"");
        assertThat(rendering.page(DELAY, model, Map.of("start", HOSTILE)))
                .contains("id=\"input-error-start\"", "role=\"alert\"")
                .doesNotContain("<script>alert");
        model.put("cloakroomRecovery", "waiting");
        model.put("cloakroomReadyAt", moment("Nov 22"));
        assertThat(rendering.page(DELAY, model, Map.of()))
                .contains(texts.get("cloakroomDelayWaitingTitle"), texts.get("cloakroomDelayHaveAfterAll"))
                .contains("<time datetime=\"2026-11-22T09:00:00Z\">Nov 22</time>")
                .doesNotContain(texts.get("cloakroomDelayHint"));
        model.put("cloakroomRecovery", "ready");
        assertThat(rendering.page(DELAY, model, Map.of()))
                .contains(texts.get("cloakroomDelayReadyTitle"), texts.get("cloakroomDelayReadyLead"))
                .doesNotContain(texts.get("cloakroomDelayHint"), texts.get("cloakroomDelayHave"));
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_about_lost_passkeys_names_each_and_ticks_none(String language) throws ReflectiveOperationException {
        String unnamed = Bundle.of(language).texts().get("cloakroomFactorPasskey");
        Map<String, Object> model =
                Map.of("cloakroomPasskeys", List.of(passkey(HOSTILE, HOSTILE, HOSTILE), passkey("id-2", "", "Nov 22")));

        assertThat(new Rendering(language).page("cloakroom-lost-passkeys.ftl", model, Map.of()))
                .contains("id=\"cloakroom-lost-passkeys-form\"", "name=\"passkeys\"", "<fieldset", "<legend")
                .contains("for=\"lost-0\"", "id=\"lost-0\"", "for=\"lost-1\"", "id=\"lost-1\"", "value=\"id-2\"")
                .contains("<strong>" + unnamed + "</strong>")
                .contains("<time datetime=\"2026-11-22T09:00:00Z\">Nov 22</time>")
                .doesNotContain("<script>alert", "checked");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_that_tells_of_a_recovery_lets_it_be_stopped(String language) {
        Map<String, Object> model = Map.of("cloakroomReadyAt", moment(HOSTILE));

        assertThat(new Rendering(language).page("cloakroom-recovery-alert.ftl", model, Map.of()))
                .contains("id=\"cloakroom-recovery-alert-form\"", "name=\"stop\"", "name=\"keep\"")
                .contains("<time datetime=\"2026-11-22T09:00:00Z\">")
                .doesNotContain("<script>alert");
    }

    private static Moment moment(String text) {
        return new Moment(text, "2026-11-22T09:00:00Z");
    }

    /** The bean itself, which its room keeps to itself: FreeMarker has to be able to read it. */
    private static Object passkey(String id, String label, String added) throws ReflectiveOperationException {
        return Class.forName("io.cloakroom.recovery.LostPasskeysPage$Passkey")
                .getConstructor(String.class, String.class, Moment.class)
                .newInstance(id, label, moment(added));
    }
}
