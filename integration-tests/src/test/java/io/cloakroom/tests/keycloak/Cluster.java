package io.cloakroom.tests.keycloak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Servers over one database that know each other, as two machines in production do: Keycloak's own cache and discovery, no
 * option of ours but the interface. Built once and started several times. Tests that need no second node do not want it.
 */
public final class Cluster {

    private static Cluster running;
    private static boolean failed;

    private final KeycloakHome home = KeycloakHome.create(Workspace.fromSystemProperties());
    private final Database database = Database.open(home);
    private final List<ClusterNode> nodes = new ArrayList<>();
    private final Map<String, String> environment;
    private final List<String> options;

    private Cluster(Map<String, String> environment, List<String> options) {
        this.environment = environment;
        this.options = options;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop-cluster"));
        build();
        add();
    }

    /** Another one, with one node: what these servers see as their environment and have as options beside the usual ones. */
    public static Cluster startWith(Map<String, String> environment, List<String> options) {
        Map<String, String> all = new HashMap<>(SharedKeycloak.environment());
        all.putAll(environment);
        List<String> both = new ArrayList<>(SharedKeycloak.BEHIND_A_PROXY);
        both.addAll(options);
        return new Cluster(all, both);
    }

    /** The one of this JVM, with two nodes, all of them up: started when first asked for, ended when the JVM ends. */
    public static synchronized Cluster shared() {
        if (failed) {
            throw new IllegalStateException("The cluster did not start; the first test that failed says why");
        }
        if (running == null) {
            failed = true;
            running = new Cluster(SharedKeycloak.environment(), SharedKeycloak.BEHIND_A_PROXY);
            running.add();
            failed = false;
        }
        running.start();
        return running;
    }

    public synchronized List<ClusterNode> nodes() {
        return List.copyOf(nodes);
    }

    /** The node that has this turn, so that a row of requests goes to all of them alike. */
    public synchronized ClusterNode node(int turn) {
        return nodes.get(turn % nodes.size());
    }

    /** One node more, until it is {@link #remove}d. */
    public ClusterNode add() {
        return add(options);
    }

    /** One node more that differs from the others: it has these options, and stands behind no proxy unless they say so. */
    public synchronized ClusterNode add(List<String> its) {
        List<String> all = new ArrayList<>(its);
        all.add("--cache-embedded-network-bind-address=127.0.0.1");
        Launch launch = Launch.onFreePorts(withDatabase(), all.toArray(String[]::new));
        ClusterNode node = new ClusterNode(home, launch, home.log("node" + (nodes.size() + 1)));
        nodes.add(node);
        node.start();
        return node;
    }

    /** Ends that node and forgets it. */
    public synchronized void remove(ClusterNode node) {
        node.close();
        nodes.remove(node);
    }

    /** Starts whichever nodes are down, one after the other, so that each finds the cluster there. */
    public synchronized void start() {
        nodes.forEach(ClusterNode::start);
    }

    /** Ends all nodes before it starts the first: whatever lived in memory alone is gone. */
    public synchronized void restart() {
        nodes.forEach(ClusterNode::close);
        start();
    }

    /** The marks that we left among Keycloak's revoked tokens, as they stand in the database. */
    public Set<String> durableMarks() {
        return database.select("select ID from REVOKED_TOKEN where ID like 'cloakroom.%'");
    }

    /** Has that realm as many members as that, at {@link BulkMembers#address}, and the database know how many there are. */
    public void fill(TestRealm realm, int members) {
        new BulkMembers(database).fill(realm, members);
    }

    private void build() {
        List<String> command = List.of(
                home.script().toString(),
                "build",
                "--db=" + database.vendor(),
                "--health-enabled=true",
                "--metrics-enabled=true");
        KeycloakProcess build = KeycloakProcess.start(command, Map.of(), home.log("build"));
        build.awaitEnd();
        if (!build.endOfLog().contains("Server configuration updated and persisted")) {
            throw new IllegalStateException("kc.sh build failed:\n" + build.endOfLog());
        }
    }

    private Map<String, String> withDatabase() {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(database.environment());
        return all;
    }

    private void end() {
        nodes().forEach(ClusterNode::kill);
        database.drop();
        home.delete();
    }
}
