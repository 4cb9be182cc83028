package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promises 6 and 10 where one node's clock is ahead of the others'. Run by {@code mvn verify -Pdrills}. */
class ClockDrill {

    private static final String ADDRESS = "wanted@example.com";
    private static final int PERMITS = 7;
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final Cluster cluster = Cluster.shared();

    @Test
    void a_node_whose_clock_is_ahead_joins_and_the_count_stays_exact() throws Exception {
        TestRealm realm = realm("mailsPerAddressAndNetwork", PERMITS + "/1h");
        TestRealm windows = realm("mailsPerAddressAndNetwork", PERMITS + "/8s");
        Takers before = takers(realm);
        assertThat(granted(before.ask(i -> ADDRESS, i -> "10.87.0.1"))).isEqualTo(PERMITS);

        ClusterNode ahead = cluster.addAhead(AHEAD);
        try {
            assertThat(granted(takers(realm).ask(i -> ADDRESS, i -> "10.87.0.1")))
                    .isZero();
            assertThat(granted(takers(realm).ask(i -> ADDRESS, i -> "10.87.0.2")))
                    .isEqualTo(PERMITS);
            assertEveryWindowHoldsAsMany(takers(windows), Duration.ofSeconds(8));
            assertThat(enterWhatOneMailsAtTheOther(realm, ahead, cluster.node(0)))
                    .isEqualTo("one@example.com");
            assertThat(enterWhatOneMailsAtTheOther(realm, cluster.node(0), ahead))
                    .isEqualTo("one@example.com");
        } finally {
            cluster.remove(ahead);
        }
    }

    private static void assertEveryWindowHoldsAsMany(Takers takers, Duration window) throws Exception {
        List<Taken> all = new ArrayList<>(takers.ask(i -> ADDRESS, i -> "10.87.0.3"));
        assertThat(granted(all)).isEqualTo(PERMITS);
        // Nobody waits longer than the window because of a clock; what a node remembers of refusals may be as wrong as
        // it.
        Thread.sleep(window.plus(AHEAD).plusSeconds(1).toMillis());
        List<Taken> later = takers.ask(i -> ADDRESS, i -> "10.87.0.3");
        assertThat(granted(later)).isEqualTo(PERMITS);
        all.addAll(later);
        Taken.assertNeverMore(all, PERMITS, window);
    }

    private static String enterWhatOneMailsAtTheOther(TestRealm realm, ClusterNode one, ClusterNode other) {
        realm.user("one@example.com");
        CodePage page =
                Browser.create().open(DemoApp.of(one.issuer(realm.name()))).continueAs("one@example.com");
        String code = Inbox.of("one@example.com").lastCode();
        return page.screen()
                .submit(page.form().with("code", code).at(other.baseUri()))
                .signedIn()
                .idToken()
                .email();
    }

    private Takers takers(TestRealm realm) {
        return new Takers(cluster, 60, browser -> Way.SIGN_IN.open(browser, realm.issuer()));
    }

    private TestRealm realm(String key, String budget) {
        return new Realms(cluster.node(0))
                .copy(
                        "cluster-change-" + budget.replace('/', '-'),
                        representation -> StepSettings.of(representation, "cloakroom-identify")
                                .set(key, budget));
    }

    private static int granted(List<Taken> all) {
        return Taken.granted(all).size();
    }
}
