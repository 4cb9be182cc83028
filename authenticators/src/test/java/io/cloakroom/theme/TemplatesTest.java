package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.link.LinkEnd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, in every language, through FreeMarker itself. */
class TemplatesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String HOSTILE = "\"><script>alert(1)</script>";

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
        Rendering rendering = new Rendering(language);

        String plain = rendering.page("cloakroom-identify.ftl", model, Map.of());
        String refused = rendering.page("cloakroom-identify.ftl", model, Map.of("password", HOSTILE));

        assertThat(plain)
                .contains("autocomplete=\"current-password\"", "name=\"method\" value=\"password\"")
                .containsPattern("id=\"cloakroom-passkey\"[^>]*hidden")
                .contains("data-challenge=\"abc\"", "name=\"authn_use_chk\"")
                .doesNotContain("<script>alert", "aria-invalid");
        assertThat(refused).contains("id=\"input-error-password\"").doesNotContain("<script>alert");
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
        model.put("createTimeout", 0);
        model.put("signatureAlgorithms", List.of(-7, -257));
        Rendering rendering = new Rendering(language);
        for (String message : new String[] {"", "cloakroomPasskeyNotAdded"}) {
            model.put("cloakroomMessage", message);
            assertThat(rendering.page("cloakroom-passkey-offer.ftl", model, Map.of()))
                    .contains("id=\"cloakroom-passkey-offer-form\"", "name=\"add\"", "name=\"later\"", "name=\"never\"")
                    .contains("data-algorithms=\"-7,-257\"")
                    .doesNotContain("<script>alert");
        }
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
            model.put("cloakroomDenied", "cloakroomNotMeCheck");
            assertThat(rendering.page("cloakroom-not-me.ftl", model, Map.of())).doesNotContain("<script>alert");
        }
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_waiting_room_says_how_long_and_takes_another_try(String language) {
        String page = new Rendering(language).page("cloakroom-wait.ftl", Map.of(), Map.of("wait", HOSTILE));

        assertThat(page)
                .contains("id=\"cloakroom-wait-form\"", "id=\"cloakroom-try-again\"", "role=\"alert\"")
                .doesNotContain("<script>alert");
    }
}
