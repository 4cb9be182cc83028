package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.StepSettings;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Measures what {@code docs/performance.md} states, and prints it as a table: whoever reads it decides, the build does not. */
public final class Benchmark {

    private static final String HEAD = """
            | What; against what | measured | against | comes to | single rounds | must | |
            |---|---|---|---|---|---|---|""";

    private static final Duration MAIL = Duration.ofMillis(100);

    private static final String QUIET = "--log-level=INFO";

    /** Every thread is needed: what a server is like that has none to spare for waiting. */
    private static final String TWO_THREADS = "--http-pool-max-threads=2";

    private static final System.Logger LOG = System.getLogger(Benchmark.class.getName());

    private final Plan plan;
    private final Map<String, Supplier<Question>> questions = new LinkedHashMap<>();
    private Servers servers;
    private Site site;
    private boolean failed;

    private Benchmark(Plan plan) {
        this.plan = plan;
        questions.put("size", SizeQuestion::new);
        questions.put("start-up", StartUpQuestion::new);
        questions.put("address", () -> new AddressQuestion(site()));
        questions.put("refusal", () -> new RefusalQuestion(site()));
        questions.put(
                "slow-mail", () -> new SlowMailQuestion(servers(), impatient("slow", 2000), impatient("fast", 0)));
        questions.put("logins", () -> logins("", servers()));
        questions.put("users", () -> new UsersQuestion(servers(), site()));
        questions.put("nodes", () -> new NodesQuestion(servers(), site()));
        questions.put("profile", () -> new ProfileQuestion(servers(), site()));
        questions.put("busy-threads", () -> logins(", 2 request threads", Servers.start(QUIET, TWO_THREADS)));
    }

    /** The system properties {@code benchmark.…} say how much is measured. Ends with 1 where a question has no answer. */
    public static void main(String[] args) {
        Benchmark benchmark = new Benchmark(Plan.fromSystemProperties());
        benchmark.run();
        // Clients and mail servers have threads of their own, which would keep the build waiting.
        System.exit(benchmark.failed ? 1 : 0);
    }

    private void run() {
        List<Finding> findings = new ArrayList<>();
        questions.forEach((name, question) -> {
            if (plan.questions().contains(name)) {
                findings.addAll(ask(name, question));
            }
        });
        System.out.println("\n" + HEAD);
        findings.forEach(finding -> System.out.println(finding.markdown()));
    }

    /** What can't be measured keeps nothing else from being measured. */
    private List<Finding> ask(String name, Supplier<Question> question) {
        System.out.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + name);
        try {
            List<Finding> found = question.get().ask(plan);
            found.forEach(finding -> System.out.println(finding.markdown()));
            return found;
        } catch (RuntimeException | AssertionError e) {
            LOG.log(System.Logger.Level.ERROR, name + " could not be measured", e);
            failed = true;
            return List.of();
        }
    }

    private Servers servers() {
        if (servers == null) {
            servers = Servers.start(QUIET);
        }
        return servers;
    }

    private Site site() {
        if (site == null) {
            site = servers().site("benchmark", Duration.ZERO, StockFlows::addUsernameForm);
        }
        return site;
    }

    /** Codes die soon, so that the mails that nobody waits for do not burden what follows. */
    private Site impatient(String name, long millis) {
        return servers()
                .site(
                        name,
                        Duration.ofMillis(millis),
                        realm -> StepSettings.of(realm, "cloakroom-email-otp").set("codeLifespan", "20"));
    }

    private static Question logins(String where, Servers servers) {
        return new LoginsQuestion(
                where,
                servers.site("ours", MAIL, realm -> {}),
                servers.site("in-the-request", MAIL, StockFlows::mailInTheRequest));
    }
}
