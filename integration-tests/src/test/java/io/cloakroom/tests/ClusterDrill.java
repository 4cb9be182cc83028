package io.cloakroom.tests;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The faults of {@link ClusterFaults}, again and again, and what they cost. Run by {@code mvn verify -Pdrills}. */
class ClusterDrill {

    private final ClusterFaults faults = new ClusterFaults(Duration.ofSeconds(Integer.getInteger("drill.seconds")));

    @Test
    void rolling_restart() throws Exception {
        print("Rolling restart", faults.rollingRestart());
    }

    @Test
    void node_kill() throws Exception {
        print("Node kill", faults.nodeKill());
    }

    @Test
    void database_pause() throws Exception {
        print("Database pause", faults.databasePause());
    }

    private static void print(String drill, Figures figures) {
        System.out.println(drill + ": " + figures);
    }
}
