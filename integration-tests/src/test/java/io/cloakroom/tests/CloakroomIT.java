package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.RunningKeycloak;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import org.junit.jupiter.api.BeforeEach;

/** What every story starts with: the shared Keycloak, the shipped realm, an app, a fresh browser, empty mailboxes. */
abstract class CloakroomIT {

    protected final RunningKeycloak keycloak = RunningKeycloak.shared();
    protected final Realms realms = new Realms(keycloak);
    protected final TestRealm shipped = realms.shipped();
    protected final DemoApp app = DemoApp.of(shipped.issuer());
    protected final Browser browser = Browser.create();

    @BeforeEach
    void empty_mailboxes() {
        MailServer.shared().empty();
    }
}
