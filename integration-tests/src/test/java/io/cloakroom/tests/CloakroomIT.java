package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.RunningKeycloak;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * What every story starts with: the shared Keycloak, the shipped realm, an app, a fresh browser, empty mailboxes. Whatever
 * form that Keycloak takes, the story is the same, so an image is accepted where all of them pass.
 */
@Tag("acceptance")
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
