package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import java.time.Duration;

/** Sign-ins that are begun with an address, each in a browser of its own, and what the answer shows. */
final class Starts {

    /** Whatever the mail server does, nobody waits for it. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private Starts() {}

    static String answer(TestRealm realm, String address) {
        Page page = Browser.create()
                .open(DemoApp.of(realm.issuer()))
                .submit(address)
                .page();
        return Fingerprint.of(page.exchange(), address);
    }

    /** The same, which must not take long. */
    static String atOnce(TestRealm realm, String address) {
        long start = System.nanoTime();
        String answer = answer(realm, address);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        return answer;
    }
}
