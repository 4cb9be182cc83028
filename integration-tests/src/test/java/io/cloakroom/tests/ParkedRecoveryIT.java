package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.phone.SoftPasskey;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;

/**
 * Promise 12, for a login that has passed the mailbox and waits at the page behind it. A refresh of the page before, answered
 * too late, makes Keycloak ask the mailbox step again; what the login has proved is no newer for that.
 */
class ParkedRecoveryIT extends CloakroomIT {

    private static final String LOST = "cloakroom-lost-passkeys-form";
    /** About a third of them are left in that state. */
    private static final int LOGINS = 20;

    private static final int REFRESHES = 8;

    private final TestRealm realm = realms.copy("parked-recovery");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void it_removes_nothing_after_everybody_has_been_signed_out() throws Exception {
        List<Parked> parked = new ArrayList<>();
        for (int i = 0; i < LOGINS; i++) {
            parked.add(park("parked" + i + "@example.com", i));
        }
        Patience.aSecond();
        parked.forEach(login -> login.account().logout());

        parked.forEach(ParkedRecoveryIT::goOn);

        assertThat(parked).allSatisfy(login -> {
            assertThat(login.account().credentials()).hasSize(1);
            assertThat(login.account().getUserSessions()).isEmpty();
        });
    }

    /** Sends the code so many milliseconds after the refreshes. */
    private Parked park(String address, int delay) throws Exception {
        UserResource account = realm.user(
                address,
                user -> user.setCredentials(List.of(SoftPasskey.create().enrolledAs("webauthn-passwordless"))));
        Browser one = Browser.create();
        CodePage page = RecoveryPage.from(one.open(demo)).continueAs(address);
        Form right = page.form().with("code", Inbox.of(address).lastCode());
        List<Callable<Page>> requests =
                new ArrayList<>(Collections.nCopies(REFRESHES, () -> one.tab().get(right.page())));
        requests.add(() -> {
            Thread.sleep(delay);
            return one.tab().submit(right);
        });

        assertThat(AtOnce.send(requests)).anyMatch(shown -> shown.hasForm(LOST));

        return new Parked(one, right, account);
    }

    private static void goOn(Parked login) {
        String action = login.code().action().toString();
        Page page = login.browser().get(URI.create(action.replaceAll("(session_code|execution)=[^&]*&", "")));
        if (page.hasForm(LOST)) {
            String passkey = page.document().select("input[name=lost]").attr("value");
            assertThat(passkey).isNotEmpty();
            login.browser().submit(page.form(LOST).with("lost", passkey));
        }
    }

    private record Parked(Browser browser, Form code, UserResource account) {}
}
