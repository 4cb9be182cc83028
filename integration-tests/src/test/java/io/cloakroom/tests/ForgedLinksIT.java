package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.LinkPage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that were changed, or made for something else, lead nowhere; and no exception is ours. */
class ForgedLinksIT extends CloakroomIT {

    private static final String NONE = base64("{\"alg\":\"none\"}");

    private final TestRealm realm = realms.copy("link-forged");
    private final Mail mail = ask("target@example.com");
    private final String key = key(mail.link());
    private final String[] part = key.split("\\.");

    @Test
    void a_key_that_was_changed_leads_nowhere() {
        String payload = new String(Base64.getUrlDecoder().decode(part[1]), StandardCharsets.UTF_8);
        Stream.of(
                        part[0] + "." + base64(payload.replace("\"exp\":1", "\"exp\":2")) + "." + part[2],
                        NONE + "." + part[1] + ".",
                        NONE + "." + part[1] + "." + part[2],
                        part[0] + "." + part[1] + "." + part[2].substring(2),
                        key.substring(0, key.length() / 2),
                        "x",
                        "",
                        "..",
                        base64("null") + ".e30.e30",
                        base64("{}") + ".e30.e30",
                        base64("[]") + ".e30.e30",
                        "a".repeat(5000))
                .forEach(bad -> assertInvalid(realm, "link?key=" + bad));
        assertInvalid(realm, "link");
        // Keycloak refuses control characters in any address by itself.
        assertThat(browser.get(URI.create(realm.issuer() + "/cloakroom/link?key=%00%0D%0A"))
                        .status())
                .isEqualTo(400);
        LinkPage.elsewhere(Browser.create(), mail.link());
    }

    @Test
    void a_key_that_was_made_for_something_else_leads_nowhere() {
        String idToken = browser.open(app)
                .continueAs("ada@example.com")
                .enter(Inbox.of("ada@example.com").lastCode())
                .rawIdToken();

        assertInvalid(realm, "link?key=" + lastPart(mail.links().get(1)));
        assertInvalid(shipped, "link?key=" + idToken);
        assertInvalid(realms.copy("link-foreign"), "link?key=" + key);
        assertInvalid(realm, "not-me/" + key);
        LinkPage.elsewhere(Browser.create(), mail.link());
    }

    @Test
    void a_key_is_no_action_token_of_keycloaks() {
        Page refused =
                browser.get(URI.create(realm.issuer() + "/login-actions/action-token?client_id=demo-app&key=" + key));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        LinkPage.elsewhere(Browser.create(), mail.link());
    }

    private Mail ask(String address) {
        realm.user(address);
        Browser.create().open(DemoApp.of(realm.issuer())).continueAs(address);
        return Inbox.of(address).awaitMail();
    }

    private static void assertInvalid(TestRealm realm, String path) {
        Page page = Browser.create().get(URI.create(realm.issuer() + "/cloakroom/" + path));
        assertThat(page.id()).as(page.toString()).isEqualTo("login-cloakroom-link-ended");
        assertThat(page.textOf("#cloakroom-end")).contains("incomplete");
        assertThat(page.exchange().uri().toString()).doesNotContain("key=");
    }

    private static String key(URI link) {
        return link.getQuery().substring("key=".length());
    }

    private static String lastPart(URI link) {
        return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
