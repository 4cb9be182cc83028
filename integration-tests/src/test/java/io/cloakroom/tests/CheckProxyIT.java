package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.CheckedRealm;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Realms;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that does not hear what the proxy in front of it says, or hears anybody, is told so. */
class CheckProxyIT {

    @ParameterizedTest
    @CsvSource({
        "'', proxy error",
        "--proxy-headers=forwarded, proxy error",
        "--proxy-headers=xforwarded, proxy-trust warning"
    })
    void finds_how_the_server_was_started(String options, String expected) {
        Cluster cluster = Cluster.shared();
        List<String> start = Arrays.stream(options.split(" "))
                .filter(option -> !option.isEmpty())
                .toList();
        ClusterNode node = cluster.add(start);
        try {
            CheckedRealm realm = new CheckedRealm(new Realms(node).copy("check-proxy"));

            List<String> ofProxy = realm.askSending("X-Forwarded-For", "10.77.0.1").findings().stream()
                    .filter(finding -> finding.startsWith("proxy"))
                    .toList();

            assertThat(ofProxy).containsExactly(expected);
        } finally {
            cluster.remove(node);
        }
    }
}
