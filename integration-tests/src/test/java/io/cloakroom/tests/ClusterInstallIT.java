package io.cloakroom.tests;

import static io.cloakroom.tests.keycloak.FlowsApi.aliases;
import static io.cloakroom.tests.keycloak.FlowsApi.changes;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.FlowsApi;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StockRealm;
import io.cloakroom.tests.keycloak.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Our flows put into a realm by several administrators at once, each at another node. */
class ClusterInstallIT {

    private static final int REQUESTS = 8;

    private final Cluster cluster = Cluster.shared();
    private final TestRealm realm = new Realms(cluster.node(0)).copy("cluster-install", StockRealm::withoutUs);

    @Test
    void of_many_requests_at_two_nodes_one_makes_what_is_missing() throws Exception {
        assertThat(at(0).install().status()).isEqualTo(200);
        assertThat(at(1).install().status()).isEqualTo(200);
        realm.admin().flows().deleteFlow(realm.flowId("cloakroom recovery"));

        List<Answer> answers = installEverywhere();

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409).contains(200);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .filter(answer -> changes(answer).contains("flow cloakroom recovery: created")))
                .hasSize(1);
        assertThat(aliases(realm)).doesNotHaveDuplicates().contains("cloakroom recovery");
        assertThat(changes(at(1).install())).allMatch(change -> change.endsWith(": unchanged"));
    }

    private List<Answer> installEverywhere() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
        try {
            List<Callable<Answer>> requests = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                requests.add(at(i)::install);
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private FlowsApi at(int node) {
        return FlowsApi.of(cluster.node(node), realm);
    }
}
