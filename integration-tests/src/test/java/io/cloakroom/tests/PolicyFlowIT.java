package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.ClientProfile;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The flow that a client policy has chosen is the login's until its end. */
class PolicyFlowIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("policy-flow", representation -> {
        Flow.of(representation, "weak")
                .required("cloakroom-identify")
                .required("cloakroom-email-otp", Map.of("role", "first"));
        representation.setBrowserFlow("weak");
    });
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @BeforeEach
    void strict() {
        ClientProfile strict = ClientProfile.of(realm, "strict");
        strict.choosing("cloakroom browser");
        strict.apply();
        realm.user("pol@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
    }

    @Test
    void a_link_in_the_same_browser_goes_on_in_it() {
        CodePage waiting = browser.open(demo).continueAs("pol@example.com");

        LinkPage page = LinkPage.here(waiting, Inbox.of("pol@example.com").lastLink());

        assertThat(new TotpPage(page.submit())).isNotNull();
    }

    @Test
    void another_address_is_asked_for_in_it() {
        CodePage waiting =
                browser.open(demo).continueAs("typo@example.com").change().continueAs("pol@example.com");

        assertThat(waiting.enterThenTotp(Inbox.of("pol@example.com").lastCode()))
                .isNotNull();
    }

    @Test
    void whoever_begins_anew_behind_a_link_begins_in_it() {
        CodePage waiting = browser.open(demo).continueAs("pol@example.com");
        Mail mail = Inbox.of("pol@example.com").awaitMail();
        LinkPage page = LinkPage.here(waiting, mail.link());
        waiting.enterThenTotp(mail.code());

        Screen ended = page.submit();
        CodePage again = new IdentifyPage(
                        ended.submit(ended.page().form("cloakroom-again-form").with("leave", "on")))
                .continueAs("pol@example.com");

        assertThat(again.enterThenTotp(Inbox.of("pol@example.com").lastCode())).isNotNull();
    }
}
