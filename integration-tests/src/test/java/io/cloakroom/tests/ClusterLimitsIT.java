package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** Promise 10 to the permit: of two hundred at once at two nodes, exactly those get through for whom there is room. */
class ClusterLimitsIT {

    private static final int TAKERS = 200;
    private static final String ADDRESS = "wanted@example.com";

    private final Cluster cluster = Cluster.shared();

    @Test
    void mails_are_counted_for_address_and_network_for_the_network_for_the_address_and_for_the_realm()
            throws Exception {
        Takers takers = starting(identify -> identify.set("mailsPerAddressAndNetwork", "7/1h")
                .set("mailsPerNetwork", "20/1h")
                .set("mailsPerAddress", "11/1h")
                .set("mailsPerRealm", "100/1h"));

        assertThat(granted(takers.ask(i -> ADDRESS, i -> "10.81.0.1"))).isEqualTo(7);
        assertThat(granted(takers.ask(i -> "one" + i + "@example.com", i -> "10.81.0.2")))
                .isEqualTo(20);
        // Networks of one customer, perhaps, whose first mail alone is free.
        assertThat(granted(takers.ask(i -> "other@example.com", i -> String.format("fd00:81:0:%x::1", i))))
                .isEqualTo(1 + 11);
        assertThat(granted(takers.ask(i -> "each" + i + "@example.com", i -> "10.81.1." + i)))
                .isEqualTo(100 - 7 - 20 - 12);
    }

    @Test
    void guesses_are_counted_for_address_and_network_for_the_address_and_for_the_network() throws Exception {
        TestRealm realm = realm(representation -> tighten(StepSettings.of(representation, "cloakroom-email-otp")));
        DemoApp app = DemoApp.of(realm.issuer());
        Takers one = new Takers(
                cluster,
                TAKERS,
                browser -> browser.open(app).continueAs(ADDRESS).screen().page());
        Takers each = new Takers(
                cluster,
                TAKERS / 4,
                browser -> browser.open(app)
                        .continueAs("each" + browser.hashCode() + "@example.com")
                        .screen()
                        .page());

        assertThat(granted(one.guess(i -> "10.82.0.1"))).isEqualTo(7);
        // The first guess at a code is free for the address. Who was refused has made it; the other seven have new
        // codes.
        assertThat(granted(one.guess(i -> "10.82.1." + i))).isEqualTo(7 + 13);
        assertThat(granted(each.guess(i -> "10.82.0.2"))).isEqualTo(20);
        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(7 + 7 + 13 + 20);
    }

    @Test
    void passwords_are_counted_for_address_and_network_for_the_address_and_for_the_network() throws Exception {
        TestRealm realm = realm(representation -> tighten(StepSettings.of(representation, "cloakroom-identify")));
        Takers takers =
                new Takers(cluster, TAKERS, browser -> Way.SIGN_IN_BESIDE_A_PASSWORD.open(browser, realm.issuer()));

        assertThat(granted(takers.tryPassword(i -> ADDRESS, i -> "10.84.0.1"))).isEqualTo(7);
        assertThat(granted(takers.tryPassword(i -> ADDRESS, i -> "10.84.1." + i)))
                .isEqualTo(13 - 7);
        assertThat(granted(takers.tryPassword(i -> "each" + i + "@example.com", i -> "10.84.0.2")))
                .isEqualTo(20);
    }

    @Test
    void in_no_window_of_a_budget_of_several_do_more_get_through_and_after_it_as_many_do_again() throws Exception {
        Duration shorter = Duration.ofSeconds(4);
        Duration longer = Duration.ofSeconds(20);
        Takers takers = starting(identify -> identify.set("mailsPerAddressAndNetwork", "3/4s, 5/20s"));
        List<Taken> all = new ArrayList<>();

        assertThat(granted(round(takers, all))).isEqualTo(3);
        Instant first = Instant.now();
        sleepUntil(first.plus(shorter));
        assertThat(granted(round(takers, all))).isEqualTo(2);
        sleepUntil(Instant.now().plus(shorter));
        assertThat(granted(round(takers, all))).isZero();
        sleepUntil(first.plus(longer));
        assertThat(granted(round(takers, all))).isEqualTo(3);

        Taken.assertNeverMore(all, 3, shorter);
        Taken.assertNeverMore(all, 5, longer);
    }

    @Test
    void of_a_large_budget_all_get_through_at_once_and_then_one_with_every_share_of_time() throws Exception {
        int permits = 150;
        Duration window = Duration.ofSeconds(15);
        Takers takers = starting(identify -> identify.set("mailsPerNetwork", permits + "/15s"));

        List<Taken> all = takers.ask(i -> "one" + i + "@example.com", i -> "10.86.0.1");

        long shares = Taken.span(all).toMillis() * permits / window.toMillis() + 1;
        assertThat(granted(all)).isBetween(permits, Math.toIntExact(permits + shares));
        Taken.assertNeverMore(all, 2 * permits - 1, window);
    }

    private static void tighten(StepSettings step) {
        step.set("guessesPerAddressAndNetwork", "7/1h")
                .set("guessesPerNetwork", "20/1h")
                .set("guessesPerAddress", "13/1h");
    }

    private Takers starting(Consumer<StepSettings> tweak) {
        TestRealm realm = realm(representation -> tweak.accept(StepSettings.of(representation, "cloakroom-identify")));
        return new Takers(cluster, TAKERS, browser -> Way.SIGN_IN.open(browser, realm.issuer()));
    }

    private TestRealm realm(Consumer<RealmRepresentation> tweak) {
        return new Realms(cluster.node(0)).copy("cluster-limits", representation -> {
            // Keycloak asks for https from public addresses, and not every address here is a private one.
            representation.setSslRequired("none");
            tweak.accept(representation);
        });
    }

    private static List<Taken> round(Takers takers, List<Taken> all) throws Exception {
        List<Taken> taken = takers.ask(i -> ADDRESS, i -> "10.85.0.1");
        all.addAll(taken);
        return taken;
    }

    /** And a second more: entries live for full seconds. */
    private static void sleepUntil(Instant moment) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()) + 1000);
    }

    private static int granted(List<Taken> all) {
        return Taken.granted(all).size();
    }
}
