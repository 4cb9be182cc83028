package io.cloakroom.tests.keycloak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.EventListenerProviderFactory;

/**
 * Servers over one database that know each other, as two machines in production do: Keycloak's own cache and discovery, no
 * option of ours but the interface. Built once and started several times. Tests that need no second node do not want it.
 */
public final class Cluster {

    /** PostgreSQL takes a hundred as it is installed, and two clusters of up to three nodes share them. */
    private static final List<String> FEW_CONNECTIONS = List.of("--http-pool-max-threads=12", "--db-pool-max-size=30");

    /** By the feature that they were built with; without a value where the cluster did not start. */
    private static final Map<String, Optional<Cluster>> RUNNING = new HashMap<>();

    private final KeycloakHome home;
    private final Optional<KeycloakHome> upgraded;
    private final List<ClusterNode> nodes = new ArrayList<>();
    private final Database database;
    private final Map<String, String> environment;
    private final List<String> options;

    private Cluster(Name name, Map<String, String> environment, List<String> options) {
        this.environment = environment;
        this.options = options;
        this.home = KeycloakHome.create(Workspace.fromSystemProperties());
        this.upgraded = name.release().map(earlier -> KeycloakHome.create(Workspace.fromSystemProperties()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop-cluster"));
        this.database = Database.open(home, name.ofDatabase());
        name.release().ifPresent(home::takeJars);
        home.addProvider(EventListenerProviderFactory.class, WrongClock.class);
        home.addProvider(EventListenerProviderFactory.class, FailingCommits.class);
        build(home, name.feature());
        upgraded.ifPresent(later -> build(later, name.feature()));
        add();
    }

    /** Another one, with one node: what these servers see as their environment and have as options beside the usual ones. */
    public static Cluster startWith(Map<String, String> environment, List<String> options) {
        return new Cluster(Name.of(""), environment, options);
    }

    /** Another one, with one node that has the JARs in that folder; {@link #addUpgraded} brings today's. */
    public static Cluster of(Path release) {
        return new Cluster(new Name("", Optional.of(release)), Map.of(), FEW_CONNECTIONS);
    }

    /** The one of this JVM, with two nodes, all of them up: started when first asked for, ended when the JVM ends. */
    public static Cluster shared() {
        return of("");
    }

    /** Another one, whose servers keep in the database what others keep in their caches: a preview feature of Keycloak's. */
    public static Cluster stateless() {
        return of("stateless");
    }

    private static synchronized Cluster of(String feature) {
        if (!RUNNING.containsKey(feature)) {
            RUNNING.put(feature, Optional.empty());
            Cluster cluster = new Cluster(Name.of(feature), Map.of(), FEW_CONNECTIONS);
            cluster.add();
            RUNNING.put(feature, Optional.of(cluster));
        }
        Cluster cluster = RUNNING.get(feature)
                .orElseThrow(() ->
                        new IllegalStateException("The cluster did not start; the first test that failed says why"));
        cluster.start();
        return cluster;
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
        return add(SharedKeycloak.BEHIND_A_PROXY);
    }

    /** One node more that differs from the others: it has these options, and stands behind no proxy unless they say so. */
    public ClusterNode add(List<String> its) {
        return add(its, Map.of());
    }

    /** One node more whose clock is ahead of the others' by that much. */
    public ClusterNode addAhead(Duration difference) {
        return add(SharedKeycloak.BEHIND_A_PROXY, WrongClock.ahead(difference.toSeconds()));
    }

    /** One node more, with today's JARs: a rolling upgrade has begun. */
    public ClusterNode addUpgraded() {
        return add(upgraded.orElseThrow(), SharedKeycloak.BEHIND_A_PROXY, Map.of());
    }

    private ClusterNode add(List<String> its, Map<String, String> itsEnvironment) {
        return add(home, its, itsEnvironment);
    }

    private synchronized ClusterNode add(KeycloakHome from, List<String> its, Map<String, String> itsEnvironment) {
        List<String> all = new ArrayList<>(its);
        all.addAll(options);
        all.add("--cache-embedded-network-bind-address=127.0.0.1");
        Launch launch = Launch.onFreePorts(environmentWith(itsEnvironment), all.toArray(String[]::new));
        ClusterNode node = new ClusterNode(from, launch, home.log("node" + (nodes.size() + 1)));
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

    /** Lets all nodes shut down in order. */
    public synchronized void stop() {
        nodes.forEach(ClusterNode::close);
    }

    /** Ends all nodes before it starts the first: whatever lived in memory alone is gone. */
    public synchronized void restart() {
        stop();
        start();
    }

    /** From now on the nodes wait for their database, until it goes on. Skips the test on H2. */
    public void pauseDatabase() {
        database.pause();
    }

    public void resumeDatabase() {
        database.resume();
    }

    /** The proofs of sign-ins that the nodes have accepted: the end of a login lets one through even where two were. */
    public int accepted() {
        return nodes().stream()
                .map(Metrics::of)
                .mapToInt(metrics -> metrics.value("cloakroom_proofs_total{purpose=\"sign-in\",result=\"accepted\"}"))
                .sum();
    }

    /** The marks that we left among Keycloak's revoked tokens, as they stand in the database. */
    public Set<String> durableMarks() {
        return database.select("select ID from REVOKED_TOKEN where ID like 'cloakroom.%'");
    }

    /** Has that realm as many members as that, at {@link BulkMembers#address}, and the database know how many there are. */
    public void fill(TestRealm realm, int members) {
        new BulkMembers(database).fill(realm, members);
    }

    private void build(KeycloakHome its, String feature) {
        List<String> command = new ArrayList<>(List.of(
                its.script().toString(),
                "build",
                "--db=" + database.vendor(),
                "--health-enabled=true",
                "--metrics-enabled=true"));
        if (!feature.isEmpty()) {
            command.add("--features=" + feature);
        }
        KeycloakProcess build = KeycloakProcess.start(command, Map.of(), its.log("build"));
        build.awaitEnd();
        if (!build.endOfLog().contains("Server configuration updated and persisted")) {
            throw new IllegalStateException("kc.sh build failed:\n" + build.endOfLog());
        }
    }

    private Map<String, String> environmentWith(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(SharedKeycloak.environment());
        all.putAll(environment);
        all.putAll(database.environment());
        all.putAll(more);
        return all;
    }

    private void end() {
        nodes().forEach(ClusterNode::kill);
        database.drop();
        upgraded.ifPresent(KeycloakHome::delete);
        home.delete();
    }

    /** What tells clusters of one run apart: a feature that they were built with, and whose JARs they have. */
    private record Name(String feature, Optional<Path> release) {

        static Name of(String feature) {
            return new Name(feature, Optional.empty());
        }

        String ofDatabase() {
            return release.isPresent() ? "upgrade" : feature;
        }
    }
}
