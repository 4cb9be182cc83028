package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The one database of a cluster: PostgreSQL where {@code CLOAKROOM_TEST_DB_URL} names one, in a schema of this run's own,
 * else H2. This JVM stays connected all the time, so that H2, which lives in its first user, survives any node's death.
 */
final class Database {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int POSTGRESQL_PORT = 5432;

    private final Connection connection;
    private final Map<String, String> environment;
    private final String vendor;
    private final String schema;
    private final Optional<PausingProxy> wire;

    private Database(Connection connection, Map<String, String> environment) {
        this.connection = connection;
        this.environment = environment;
        this.vendor = "dev-file";
        this.schema = "";
        this.wire = Optional.empty();
    }

    private Database(Connection connection, Map<String, String> environment, String schema, PausingProxy wire) {
        this.connection = connection;
        this.environment = environment;
        this.vendor = "postgres";
        this.schema = schema;
        this.wire = Optional.of(wire);
    }

    /** One for each name that a run uses; the empty one is a name, too. */
    static Database open(KeycloakHome home, String name) {
        return onPostgreSql(home, name).orElseGet(() -> onH2(home));
    }

    /** The same, or nothing where no PostgreSQL is named. */
    static Optional<Database> onPostgreSql(KeycloakHome home, String name) {
        String url = setting("CLOAKROOM_TEST_DB_URL");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith(POSTGRESQL)) {
            throw new IllegalStateException("CLOAKROOM_TEST_DB_URL must start with " + POSTGRESQL + ": " + url);
        }
        try {
            return Optional.of(
                    postgreSql(home, url, "cloakroom_" + ProcessHandle.current().pid() + name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database onH2(KeycloakHome home) {
        try {
            return h2(home);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code kc.sh build --db=} has to hear. */
    String vendor() {
        return vendor;
    }

    /** Where Keycloak finds it. */
    Map<String, String> environment() {
        return environment;
    }

    /** The values of the first column. */
    Set<String> select(String query) {
        Set<String> values = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executes that once for each row of parameters. */
    void executeAll(String sql, List<Object[]> rows) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds what Keycloak and the database say to each other. Skips the test on H2, which they reach through a file. */
    void pause() {
        wire.orElseThrow(() -> new TestAbortedException("Only PostgreSQL can be paused"))
                .pause();
    }

    void resume() {
        wire.ifPresent(PausingProxy::resume);
    }

    /** Leaves nothing behind; nobody may be using it any more. */
    void drop() {
        try (connection) {
            if (!schema.isEmpty()) {
                execute(connection, "drop schema if exists " + schema + " cascade");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database postgreSql(KeycloakHome home, String url, String schema) throws SQLException {
        String inSchema = url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        Map<String, String> environment = Map.of(
                "KC_DB_URL", inSchema,
                "KC_DB_USERNAME", setting("CLOAKROOM_TEST_DB_USER"),
                "KC_DB_PASSWORD", setting("CLOAKROOM_TEST_DB_PASSWORD"));
        Connection connection = connect(home, environment);
        // A process id comes back some day, and with it the schema of a run that was killed.
        execute(connection, "drop schema if exists " + schema + " cascade");
        execute(connection, "create schema " + schema);
        URI server = URI.create(url.substring("jdbc:".length()));
        int port = server.getPort() < 0 ? POSTGRESQL_PORT : server.getPort();
        PausingProxy wire = PausingProxy.to(server.getHost(), port);
        Map<String, String> behindTheWire = new HashMap<>(environment);
        behindTheWire.put("KC_DB_URL", inSchema.replace(server.getAuthority(), "localhost:" + wire.port()));
        return new Database(connection, behindTheWire, schema, wire);
    }

    private static Database h2(KeycloakHome home) throws SQLException {
        String reason = "CLOAKROOM_TEST_DB_URL names no PostgreSQL";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(reason + ", and CI=true does not let the cluster do without");
        }
        System.getLogger(Database.class.getName())
                .log(System.Logger.Level.WARNING, reason + ": the cluster's tests run on H2");
        Map<String, String> environment = Map.of(
                "KC_DB_URL", "jdbc:h2:file:" + home.database() + "/kc;AUTO_SERVER=TRUE;NON_KEYWORDS=VALUE",
                "KC_DB_USERNAME", "sa",
                "KC_DB_PASSWORD", "password");
        return new Database(connect(home, environment), environment);
    }

    /** With the driver that the distribution ships: the tests need none of their own. */
    private static Connection connect(KeycloakHome home, Map<String, String> environment) throws SQLException {
        ClassLoader drivers = new URLClassLoader(driverJars(home), Driver.class.getClassLoader());
        Properties login = new Properties();
        login.put("user", environment.get("KC_DB_USERNAME"));
        login.put("password", environment.get("KC_DB_PASSWORD"));
        String url = environment.get("KC_DB_URL");
        for (Driver driver : ServiceLoader.load(Driver.class, drivers)) {
            if (driver.acceptsURL(url)) {
                return driver.connect(url, login);
            }
        }
        throw new IllegalStateException("The distribution has no driver for " + url);
    }

    private static URL[] driverJars(KeycloakHome home) {
        try (Stream<Path> jars = Files.list(home.libraries())) {
            return jars.filter(jar -> jar.getFileName().toString().matches("(com.h2database.h2|org.postgresql).*"))
                    .map(Database::url)
                    .toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNullElse(System.getProperty(name, System.getenv(name)), "");
    }
}
