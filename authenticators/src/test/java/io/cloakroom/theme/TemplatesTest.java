package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.flow.Moment;
import io.cloakroom.link.LinkEnd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, in every language, through FreeMarker itself. */
class TemplatesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String HOSTILE = "\"><script>alert(1)</script>";
    private static final String NOW = "<time datetime=\"2026-11-21T09:04:00Z\">now</time>";

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_identify_page_renders_with_and_without_an_error(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", HOSTILE);
        model.put("cloakroomAddressIsKnown", false);
        model.put("cloakroomHasPassword", false);
        model.put("cloakroomHasPasskeys", false);
        Rendering rendering = new Rendering(language);

        String plain = rendering.page("cloakroom-identify.ftl", model, Map.of());
        String refused = rendering.page("cloakroom-identify.ftl", model, Map.of("username", HOSTILE));
        model.put("cloakroomAddressIsKnown", true);
        String known = rendering.page("cloakroom-identify.ftl", model, Map.of());

        assertThat(plain)
                .contains("id=\"cloakroom-identify-form\"", "name=\"username\"", "autocomplete=\"username webauthn\"")
                .contains("name=\"method\" value=\"email\"")
                .doesNotContain("<script>alert", "aria-invalid", "readonly", "type=\"password\"", "webauth\"")
                .doesNotContain("cloakroom-to-sign-up", "cloakroom-to-recovery");
        assertThat(refused)
                .contains("aria-invalid=\"true\"", "id=\"input-error-username\"")
                .doesNotContain("<script>alert");
        assertThat(known).contains("readonly");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_identify_page_leads_to_sign_up_and_recovery_where_the_realm_has_them(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", "");
        model.put("cloakroomAddressIsKnown", false);
        model.put("cloakroomHasPassword", true);
        model.put("cloakroomHasPasskeys", false);
        Rendering rendering = new Rendering(language);

        model.put("realm", Rendering.realm("registrationAllowed"));
        String signUp = rendering.page("cloakroom-identify.ftl", model, Map.of());
        model.put("registrationDisabled", true);
        String closed = rendering.page("cloakroom-identify.ftl", model, Map.of());
        model.put("realm", Rendering.realm("resetPasswordAllowed"));
        String recovery = rendering.page("cloakroom-identify.ftl", model, Map.of());

        assertThat(signUp)
                .contains("id=\"cloakroom-to-sign-up\" href=\"https://id.example/sign-up?a=1&amp;b=2\"")
                .doesNotContain("cloakroom-to-recovery");
        assertThat(closed).doesNotContain("cloakroom-to-sign-up");
        assertThat(recovery)
                .contains("id=\"cloakroom-to-recovery\" href=\"https://id.example/recovery?a=1&amp;b=2\"")
                .doesNotContain("cloakroom-to-sign-up");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_identify_page_renders_with_password_and_passkeys(String language) {
        Map<String, Object> model = withPasswordAndPasskeys();
        Rendering rendering = new Rendering(language);

        String plain = rendering.page("cloakroom-identify.ftl", model, Map.of());
        String refused = rendering.page("cloakroom-identify.ftl", model, Map.of("password", HOSTILE));
        model.put("cloakroomAddressIsKnown", false);
        String first = rendering.page("cloakroom-identify.ftl", model, Map.of());

        assertThat(plain)
                .contains("autocomplete=\"current-password\"", "name=\"method\" value=\"password\"")
                .containsPattern("aria-controls=\"password\"[^>]*\\sdata-password-toggle\\s")
                .containsPattern("id=\"password\"[^>]*\\sautofocus")
                .containsPattern("id=\"cloakroom-passkey\"[^>]*hidden")
                .contains("data-challenge=\"abc\"", "name=\"authn_use_chk\"")
                .doesNotContain("<script>alert", "aria-invalid");
        assertThat(refused).contains("id=\"input-error-password\"").doesNotContain("<script>alert");
        assertThat(first)
                .containsPattern("id=\"username\"[^>]*\\sautofocus")
                .doesNotContainPattern("id=\"password\"[^>]*\\sautofocus");
    }

    private static Map<String, Object> withPasswordAndPasskeys() {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", HOSTILE);
        model.put("cloakroomAddressIsKnown", true);
        model.put("cloakroomHasPassword", true);
        model.put("cloakroomHasPasskeys", true);
        model.put("challenge", "abc");
        model.put("rpId", "id.example");
        model.put("userVerification", "required");
        model.put("createTimeout", 0);
        model.put("mediation", "conditional");
        model.put("authenticatorAttachment", "not specified");
        model.put("isUserIdentified", "true");
        model.put("authenticators", Map.of("authenticators", List.of(Map.of("credentialId", HOSTILE))));
        return model;
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_offer_of_a_passkey_renders_with_and_without_a_message(String language) {
        Map<String, Object> model = new HashMap<>();
        List.of("challenge", "userid", "rpId", "attestationConveyancePreference", "authenticatorAttachment")
                .forEach(name -> model.put(name, name));
        List.of("requireResidentKey", "residentKey", "userVerificationRequirement", "excludeCredentialIds")
                .forEach(name -> model.put(name, name));
        model.put("username", HOSTILE);
        model.put("rpEntityName", HOSTILE);
        model.put("cloakroomLabel", "Firefox, Linux");
        model.put("createTimeout", 0);
        model.put("signatureAlgorithms", List.of(-7, -257));
        Rendering rendering = new Rendering(language);
        for (String message : new String[] {"", "cloakroomPasskeyNotAdded"}) {
            model.put("cloakroomMessage", message);
            assertThat(rendering.page("cloakroom-passkey-offer.ftl", model, Map.of()))
                    .contains("id=\"cloakroom-passkey-offer-form\"", "name=\"add\"", "name=\"later\"", "name=\"never\"")
                    .contains("data-algorithms=\"-7,-257\"", "data-label=\"Firefox, Linux\"")
                    .doesNotContain("<script>alert");
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_pages_behind_links_render_in_each_of_their_states(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", "a•••@example.com");
        model.put("cloakroomAskedAt", new Moment("now", "2026-11-21T09:04:00Z"));
        model.put("cloakroomBrowser", HOSTILE);
        model.put("client", Map.of("name", HOSTILE, "clientId", "app"));
        Rendering rendering = new Rendering(language);
        for (boolean elsewhere : new boolean[] {true, false}) {
            model.put("cloakroomElsewhere", elsewhere);
            model.put("cloakroomInvited", elsewhere);
            assertThat(rendering.page("cloakroom-magic-link-confirm.ftl", model, Map.of()))
                    .contains("id=\"cloakroom-link-form\"", "method=\"post\"", "name=\"confirm\"", "a•••@example.com")
                    .contains(NOW)
                    .doesNotContain("<script>alert");
        }
        for (String code : new String[] {"ABCD-EFGH", ""}) {
            model.put("cloakroomCode", code);
            assertThat(rendering.page("cloakroom-magic-link-back.ftl", model, Map.of()))
                    .contains(code, NOW)
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
            model.put("cloakroomSignOut", "");
            model.put("cloakroomAction", "https://id.example/ended");
            model.put("cloakroomClientId", HOSTILE);
            assertThat(rendering.page("cloakroom-link-ended.ftl", model, Map.of()))
                    .contains("id=\"cloakroom-again-form\"")
                    .doesNotContain("<script>alert");
            model.put("cloakroomClientId", "");
            assertThat(rendering.page("cloakroom-link-ended.ftl", model, Map.of()))
                    .doesNotContain("<form");
            model.put("cloakroomSignOut", "https://id.example/logout?a=1&b=2");
            assertThat(rendering.page("cloakroom-link-ended.ftl", model, Map.of()))
                    .contains("id=\"cloakroom-sign-out\"", "href=\"https://id.example/logout?a=1&amp;b=2\"")
                    .doesNotContain("<form");
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_that_says_it_was_somebody_else_asks_first_and_then_says_what_is_left_to_do(String language) {
        Map<String, String> texts = Bundle.of(language).texts();
        Map<String, Object> model = new HashMap<>();
        Rendering rendering = new Rendering(language);
        model.put("cloakroomAction", "https://id.example/not-me");
        model.put("cloakroomAsks", true);
        assertThat(rendering.page("cloakroom-not-me.ftl", model, Map.of()))
                .contains("id=\"cloakroom-not-me-form\"")
                .doesNotContain("id=\"cloakroom-denied\"");
        model.put("cloakroomAsks", false);
        model.put("cloakroomAccount", "https://id.example/account?a=1&b=2");
        model.put("cloakroomAdvice", List.of());
        assertThat(rendering.page("cloakroom-not-me.ftl", model, Map.of()))
                .contains(shown(texts, "cloakroomNotMeDoneTitle", "cloakroomNotMeEnded", "cloakroomNotMeDone"))
                .doesNotContain(shown(texts, "cloakroomNotMeTitle", "cloakroomNotMeLocked"))
                .doesNotContain("<form id", "cloakroom-account");
        model.put("cloakroomAdvice", List.of("cloakroomNotMeCheck", "cloakroomNotMePassword"));
        assertThat(rendering.page("cloakroom-not-me.ftl", model, Map.of()))
                .contains(shown(texts, "cloakroomNotMeEnded", "cloakroomNotMeCheck", "cloakroomNotMePassword"))
                .contains(shown(texts, "cloakroomNotMeLocked", "cloakroomNotMeAccount"))
                .contains("id=\"cloakroom-account\"", "href=\"https://id.example/account?a=1&amp;b=2\"")
                .doesNotContain(shown(texts, "cloakroomNotMeDone"));
        model.put("cloakroomAccount", "");
        assertThat(rendering.page("cloakroom-not-me.ftl", model, Map.of()))
                .contains(shown(texts, "cloakroomNotMeLocked"))
                .doesNotContain("cloakroom-account");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_waiting_room_says_how_long_and_takes_another_try(String language) {
        String page = new Rendering(language).page("cloakroom-wait.ftl", Map.of(), Map.of("wait", HOSTILE));

        assertThat(page)
                .contains("id=\"cloakroom-wait-form\"", "id=\"cloakroom-try-again\"", "role=\"alert\"")
                .doesNotContain("<script>alert");
    }

    private static String[] shown(Map<String, String> texts, String... keys) {
        return Stream.of(keys).map(key -> texts.get(key).replace("''", "&#39;")).toArray(String[]::new);
    }
}
