package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.Device;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.Screen;
import org.junit.jupiter.api.Test;

/** A device without a keyboard is let in by a browser elsewhere (RFC 8628), by a code or by a link. */
class DeviceIT extends CloakroomIT {

    private final TestRealm realm = realms.copy(
            "device",
            representation -> representation.getClients().stream()
                    .filter(client -> client.getClientId().equals("demo-app"))
                    .forEach(
                            client -> client.getAttributes().put("oauth2.device.authorization.grant.enabled", "true")));
    private final Device device = Device.of(realm.issuer(), "demo-app");

    @Test
    void a_code_lets_the_device_in() {
        realm.user("couch@example.com");

        Screen consent = waiting("couch@example.com")
                .submit(Inbox.of("couch@example.com").lastCode());

        assertLetsIn(consent, "couch@example.com");
    }

    @Test
    void a_link_in_the_same_browser_lets_the_device_in() {
        realm.user("sofa@example.com");
        CodePage waiting = waiting("sofa@example.com");

        LinkPage page = LinkPage.here(waiting, Inbox.of("sofa@example.com").lastLink());

        assertThat(page.text()).doesNotContain("another browser");
        assertLetsIn(page.submit(), "sofa@example.com");
    }

    private CodePage waiting(String address) {
        Browser phone = browser;
        Page page = phone.get(device.verification());
        return new IdentifyPage(LinkPage.screen(phone, page.exchange().uri())).continueAs(address);
    }

    private void assertLetsIn(Screen consent, String address) {
        assertThat(consent.page().id()).isEqualTo("login-login-oauth-grant");
        Page done = browser.submit(consentForm(consent.page()).with("accept", "Yes"));
        assertThat(done.textOf("#kc-page-title")).contains("Device Login Successful");
        assertThat(device.tokens()).containsKey("access_token");
        assertThat(realm.existing(address).getUserSessions()).hasSize(1);
    }

    /** Keycloak's page has a form without a name. */
    private static Form consentForm(Page page) {
        page.document().selectFirst("form:has([name=accept])").attr("id", "consent");
        return page.form("consent");
    }
}
