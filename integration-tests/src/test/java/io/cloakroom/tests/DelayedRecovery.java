package io.cloakroom.tests;

import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.RecoveryRequests;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.SoftPasskey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.representations.idm.CredentialRepresentation;

/** What the stories of recoveries that wait have in common. */
abstract class DelayedRecovery extends CloakroomIT {

    static final String FORM = "cloakroom-delayed-recovery-form";
    static final String ALERT = "cloakroom-recovery-alert-form";
    static final String REQUEST = RecoveryRequests.TYPE;

    final TestRealm realm = realms.once("delayed-recovery", RecoveryRequests::allow);
    final DemoApp demo = DemoApp.of(realm.issuer());

    final Screen recover(String address) {
        return RecoveryPage.from(browser.open(demo))
                .continueAs(address)
                .submit(Inbox.of(address).lastCode());
    }

    static Screen press(Screen page, String button) {
        return page.submit(page.page().form(FORM).with(button, "on"));
    }

    final List<String> types(String address) {
        return realm.existing(address).credentials().stream()
                .map(CredentialRepresentation::getType)
                .toList();
    }

    final void member(String address) {
        realm.user(address, user -> user.setCredentials(factors()));
    }

    /** The same who has asked for a recovery that is ready after that time. */
    final void member(String address, Duration untilReady) {
        CredentialRepresentation request = RecoveryRequests.readyIn(untilReady);
        if (realm.admin().users().searchByUsername(address, true).isEmpty()) {
            realm.user(address, user -> {
                List<CredentialRepresentation> all = new ArrayList<>(factors());
                all.add(request);
                user.setCredentials(all);
            });
        } else {
            var user = realm.existing(address).toRepresentation();
            user.setCredentials(List.of(request));
            realm.existing(address).update(user);
        }
    }

    static List<CredentialRepresentation> factors() {
        return List.of(Credentials.totp(), SoftPasskey.create().enrolledAs("webauthn-passwordless"));
    }
}
