package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every language that the realm offers reaches pages, mails and the admin console, whatever Keycloak calls its files. */
class LanguagesIT extends CloakroomIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestRealm realm = realms.once("languages", representation -> {});

    @Test
    void every_page_speaks_the_language_that_is_asked_for() throws IOException {
        for (String language : offered()) {
            Page page = Browser.create()
                    .get(DemoApp.of(realm.issuer())
                            .with("ui_locales", language)
                            .login()
                            .uri());

            assertThat(page.document().text()).as(language).contains(text(language, "cloakroomEmailMe"));
            assertThat(page.document().selectFirst("html").attr("dir"))
                    .as(language)
                    .isEqualTo(Set.of("ar", "fa").contains(language) ? "rtl" : "ltr");
        }
    }

    @Test
    void a_refusal_tells_the_wait_in_the_language_of_the_page() throws IOException {
        TestRealm tight = realms.copy(
                "languages-limits",
                representation ->
                        StepSettings.of(representation, "cloakroom-identify").set("mailsPerAddressAndNetwork", "1/1h"));
        for (String language : Set.of("fr", "uk", "ja", "zh-CN")) {
            String address = language.toLowerCase(Locale.ROOT) + "@example.com";
            DemoApp app = DemoApp.of(tight.issuer()).with("ui_locales", language);
            Browser browser = Browser.create();
            browser.open(app).continueAs(address);

            Page refused =
                    browser.submit(Way.SIGN_IN.claim(browser.open(app).screen().page(), address));

            assertThat(refused.error()).isEqualTo(MessageFormat.format(text(language, "cloakroomTooManyMails"), 60, 1));
        }
    }

    @Test
    void mails_speak_the_language_of_the_page() throws IOException {
        for (String language : Set.of("fr", "pt-BR", "zh-TW", "fa", "ka")) {
            String address = "lang-" + language.toLowerCase(Locale.ROOT) + "@example.com";
            realm.user(address);
            Browser.create()
                    .open(DemoApp.of(realm.issuer()).with("ui_locales", language))
                    .continueAs(address);

            assertThat(Inbox.of(address).awaitMail().subject())
                    .isEqualTo(MessageFormat.format(text(language, "cloakroomCodeSubject"), "Cloakroom"));
        }
    }

    @Test
    void the_admin_console_has_the_texts_of_the_settings() throws IOException {
        Browser console = Browser.create().sending("Accept", "application/json");
        for (String language : offered()) {
            URI texts = URI.create(keycloak.baseUri() + "/resources/" + realm.name() + "/admin/" + language);

            JsonNode shown = JSON.readTree(console.get(texts).exchange().body());

            assertThat(shown.findParents("value"))
                    .as(language)
                    .filteredOn(entry -> entry.path("key").asText().equals("cloakroomSettingCodeLifespan"))
                    .singleElement()
                    .extracting(entry -> entry.path("value").asText())
                    .isEqualTo(text(language, "cloakroomSettingCodeLifespan"));
        }
    }

    private Set<String> offered() {
        return realm.admin().toRepresentation().getSupportedLocales();
    }

    private static String text(String language, String key) throws IOException {
        String file = "/theme-resources/messages/messages_" + language.replace('-', '_') + ".properties";
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LanguagesIT.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.getProperty(key);
    }
}
