package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a sign-up, in every language, with Keycloak's own fields on it. */
class SignUpTemplatesTest {

    private static final String LANGUAGES = "io.cloakroom.theme.Bundle#languages";
    private static final String HOSTILE = "\"><script>alert(1)</script>";
    private static final String PAGE = "cloakroom-sign-up.ftl";

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_before_the_proof_asks_for_an_address_and_leads_to_the_sign_in(String language) {
        Map<String, String> texts = Bundle.of(language).texts();

        assertThat(new Rendering(language).page(PAGE, before(), Map.of()))
                .contains(
                        "id=\"cloakroom-sign-up-form\"",
                        "name=\"passkeys\"",
                        "name=\"email\"",
                        "autocomplete=\"email\"")
                .contains(
                        "name=\"firstName\"", "<option value=\"red\"", "href=\"https://id.example/login?a=1&amp;b=2\"")
                .contains(texts.get("cloakroomSignUpTitle"), texts.get("cloakroomSignUpContinue"))
                .contains(texts.get("cloakroomSignUpHint"))
                .doesNotContain(
                        "<script>alert", "id=\"cloakroom-address\"", "termsAccepted", "<option value=\"\"><script");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_page_after_the_proof_asks_for_the_rest_alone(String language) {
        Map<String, String> texts = Bundle.of(language).texts();
        Map<String, Object> model = before();
        model.put("cloakroomAddress", HOSTILE);
        model.put("profile", profile(List.of(field("firstName", HOSTILE))));

        assertThat(new Rendering(language).page(PAGE, model, Map.of()))
                .contains("id=\"cloakroom-address\"", texts.get("cloakroomSignUpRestTitle"), "name=\"firstName\"")
                .contains(texts.get("cloakroomSignUpRestLead")
                        .replace("''", "&#39;")
                        .split("\\{0}", -1))
                .contains(texts.get("cloakroomSignUpFinish"))
                .doesNotContain("<script>alert", "name=\"email\"", "https://id.example/login?")
                .doesNotContain(texts.get("cloakroomSignUpHint"));
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void an_invitation_is_named_by_its_organization(String language) {
        Map<String, Object> model = before();
        model.put("cloakroomOrganization", "Guild <b>");

        assertThat(new Rendering(language).page(PAGE, model, Map.of()))
                .contains("Guild &lt;b&gt;")
                .doesNotContain("Guild <b>", "&amp;lt;");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void what_is_wrong_stands_beside_its_field_or_above_them_all(String language) {
        Map<String, Object> model = before();
        model.put("message", Map.of("type", "error", "summary", HOSTILE));
        Rendering rendering = new Rendering(language);

        assertThat(rendering.page(PAGE, model, Map.of("email", HOSTILE, "firstName", HOSTILE)))
                .contains("id=\"input-error-email\"", "id=\"input-error-firstName\"", "aria-invalid=\"true\"")
                .doesNotContain("<script>alert", "pf-m-danger");
        assertThat(rendering.page(PAGE, model, Map.of("firstName", HOSTILE)))
                .containsPattern("pf-m-error\">\\s*<input[^>]*id=\"firstName\"")
                .doesNotContainPattern("pf-m-error\">\\s*<input[^>]*id=\"email\"");
        assertThat(rendering.page(PAGE, model, Map.of("global", HOSTILE)))
                .contains("pf-m-danger")
                .doesNotContain("<script>alert", "id=\"input-error-email\"");
    }

    @ParameterizedTest
    @MethodSource(LANGUAGES)
    void the_terms_are_asked_for_where_the_realm_wants_them(String language) {
        Map<String, Object> model = before();
        model.put("termsAcceptanceRequired", true);
        Rendering rendering = new Rendering(language);

        assertThat(rendering.page(PAGE, model, Map.of()))
                .contains("name=\"termsAccepted\"")
                .doesNotContain("id=\"input-error-terms-accepted\"");
        assertThat(rendering.page(PAGE, model, Map.of("termsAccepted", HOSTILE)))
                .contains("id=\"input-error-terms-accepted\"")
                .doesNotContain("<script>alert");
    }

    private static Map<String, Object> before() {
        Map<String, Object> model = new HashMap<>();
        model.put("cloakroomAddress", "");
        model.put("cloakroomOrganization", "");
        Map<String, Object> address = field("email", HOSTILE);
        address.put("autocomplete", "email");
        Map<String, Object> colour = field("colour", "");
        colour.put("annotations", Map.of("inputType", "select"));
        colour.put("validators", Map.of("options", Map.of("options", List.of("red", HOSTILE))));
        model.put("profile", profile(List.of(address, field("firstName", HOSTILE), colour)));
        return model;
    }

    private static Map<String, Object> profile(List<Map<String, Object>> fields) {
        return Map.of("attributes", fields, "html5DataAnnotations", Map.of());
    }

    private static Map<String, Object> field(String name, String value) {
        Map<String, Object> field = new HashMap<>();
        field.put("name", name);
        field.put("displayName", HOSTILE);
        field.put("required", true);
        field.put("readOnly", false);
        field.put("multivalued", false);
        field.put("value", value);
        field.put("values", List.of(value));
        field.put("annotations", Map.of());
        field.put("html5DataAnnotations", Map.of());
        field.put("validators", Map.of());
        return field;
    }
}
