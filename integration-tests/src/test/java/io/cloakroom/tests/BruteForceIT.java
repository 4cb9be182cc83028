package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Failures;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import org.junit.jupiter.api.Test;

/**
 * The emailed code as the first factor and the realm's brute-force detection, which counts per account: if strangers' wrong
 * codes counted there, they could lock the owner out; if a code cleared it, a mailbox would buy guesses at the password.
 */
class BruteForceIT extends CloakroomIT {

    private static final String OWNER = "owner@example.com";

    private final TestRealm realm =
            realms.copy("brute-force", representation -> representation.setQuickLoginCheckMilliSeconds(0L));

    @Test
    void wrong_codes_are_not_the_accounts_failures() {
        realm.user(OWNER);
        Failures failures = Failures.of(realm, OWNER);
        CodePage page = start();
        for (int i = 0; i < 3; i++) {
            page = page.enterWrong("ZZZZ-ZZZZ");
        }

        failures.add();

        Patience.until("a wrong password is counted", () -> failures.ofAnyFactor() > 0);
        assertThat(failures.ofAnyFactor()).isEqualTo(1);
        assertThat(failures.ofSecondFactor()).isZero();
        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(3);
    }

    @Test
    void a_right_code_clears_none_of_them() {
        realm.user(OWNER);
        Failures failures = Failures.of(realm, OWNER);
        failures.add();
        Patience.until("a wrong password is counted", () -> failures.ofAnyFactor() == 1);

        start().enter(Inbox.of(OWNER).lastCode());
        failures.add();

        Patience.until("the next one comes on top", () -> failures.ofAnyFactor() == 2);
    }

    private CodePage start() {
        return browser.open(DemoApp.of(realm.issuer())).continueAs(OWNER);
    }
}
