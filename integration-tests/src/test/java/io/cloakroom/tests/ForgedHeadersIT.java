package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Exchange;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that no browser sends: a page or a refusal, and never an exception of ours. */
class ForgedHeadersIT extends CloakroomIT {

    private final TestRealm realm = realms.once("forged-headers", representation -> {});
    private final DemoApp demo = DemoApp.of(realm.issuer());

    /** For Java a name with an underscore is no host, so that there is none to use passkeys at. */
    @Test
    void a_server_whose_name_is_no_host_name_shows_its_page() throws IOException {
        Page page = Browser.create()
                .sending("X-Forwarded-Host", "keycloak_1")
                .get(demo.login().uri());

        assertThat(page.hasForm("cloakroom-identify-form")).as("%s", page).isTrue();
        assertNoExceptionOfOurs();
    }

    /** Keycloak's page for a new passkey cannot be made there, so that none is offered. */
    @Test
    void nobody_is_kept_from_signing_in_there_by_an_offer() throws IOException {
        realm.user("underscore@example.com");
        Browser elsewhere = Browser.create().sending("X-Forwarded-Host", "keycloak_1");
        Page code = elsewhere.submit(elsewhere
                .get(demo.login().uri())
                .form("cloakroom-identify-form")
                .with("username", "underscore@example.com")
                .with("passkeys", "yes")
                .at(keycloak.baseUri()));

        Page last = elsewhere.submit(code.form("cloakroom-code-form")
                .with("code", Inbox.of("underscore@example.com").lastCode())
                .at(keycloak.baseUri()));

        assertThat(AtOnce.isLogin(last)).as("%s", last).isTrue();
        assertNoExceptionOfOurs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "link?key=x", "link/ended/spent", "not-me/x"})
    void a_link_of_a_host_that_is_none_is_refused(String path) throws IOException {
        Exchange refused = Browser.create()
                .sending("X-Forwarded-Host", "\"a b\"")
                .send("GET", URI.create(realm.issuer() + "/cloakroom/" + path), "", "");

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertNoExceptionOfOurs();
    }

    @Test
    void an_answer_to_the_offer_of_a_type_that_is_none_is_refused() throws IOException {
        realm.user("typeless@example.com");
        IdentifyPage page = browser.open(demo);
        Screen code = page.screen()
                .submit(page.form().with("username", "typeless@example.com").with("passkeys", "yes"));
        Screen offer = code.submit(code.page()
                .form("cloakroom-code-form")
                .with("code", Inbox.of("typeless@example.com").lastCode()));
        URI action = offer.page().form("cloakroom-passkey-offer-form").action();

        Exchange refused = browser.send("POST", action, "nonsense", "later=on");

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertNoExceptionOfOurs();
    }

    private void assertNoExceptionOfOurs() throws IOException {
        assertThat(ServerLog.of(keycloak.log()).exceptionsOfOurs()).isEmpty();
    }
}
