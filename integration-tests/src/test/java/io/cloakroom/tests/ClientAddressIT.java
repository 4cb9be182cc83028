package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.RunningKeycloak;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose network a request counts for: what a header says counts only where Keycloak trusts who wrote it. */
class ClientAddressIT {

    private static final int BUDGET = 3;

    @ParameterizedTest
    @ValueSource(strings = {"", "--proxy-headers=xforwarded --proxy-trusted-addresses=192.0.2.1"})
    void a_header_from_somebody_who_is_not_the_proxy_gets_nobody_another_budget(String options) {
        Cluster cluster = Cluster.shared();
        ClusterNode node = cluster.add(options.isEmpty() ? List.of() : List.of(options.split(" ")));
        try {
            TestRealm realm = realm(node);
            for (int i = 0; i < BUDGET; i++) {
                assertThat(start(realm, "10.70.0." + i, i).status()).isEqualTo(200);
            }

            assertThat(start(realm, "10.70.0.100", BUDGET).status()).isEqualTo(429);
        } finally {
            cluster.remove(node);
        }
    }

    @Test
    void one_ipv6_network_of_64_bits_has_one_budget_and_its_neighbour_another() {
        TestRealm realm = realm(RunningKeycloak.shared());
        for (int i = 0; i < BUDGET; i++) {
            assertThat(start(realm, "fd00:70:0:1:" + i + "::1", i).status()).isEqualTo(200);
        }

        assertThat(start(realm, "fd00:70:0:1:ffff:ffff:ffff:ffff", BUDGET).status())
                .isEqualTo(429);
        assertThat(start(realm, "fd00:70:0:2::1", BUDGET + 1).status()).isEqualTo(200);
    }

    /** A line at home has 256 such networks, or 65,536. */
    @Test
    void all_that_one_ipv6_customer_may_hold_has_the_room_of_four() {
        TestRealm realm = realm(RunningKeycloak.shared());
        for (int i = 0; i < 4 * BUDGET; i++) {
            assertThat(start(realm, "fd00:71:0:" + i + "::1", i).status()).isEqualTo(200);
        }

        assertThat(start(realm, "fd00:71:0:ffff::1", 4 * BUDGET).status()).isEqualTo(429);
        assertThat(start(realm, "fd00:71:1:1::1", 4 * BUDGET + 1).status()).isEqualTo(200);
    }

    private static TestRealm realm(RunningKeycloak keycloak) {
        return new Realms(keycloak).copy("client-address", representation -> {
            // Keycloak asks for https from public addresses, and not every address here is a private one.
            representation.setSslRequired("none");
            StepSettings.of(representation, "cloakroom-identify").set("mailsPerNetwork", BUDGET + "/1h");
        });
    }

    /** Each asks for another address, so that nothing but the network is the same. */
    private static Page start(TestRealm realm, String from, int who) {
        return Browser.at(from)
                .open(DemoApp.of(realm.issuer()))
                .submit("someone" + who + "@example.com")
                .page();
    }
}
