package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.StepSettings;
import java.time.Duration;
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

    private final Plan plan;
    private final Map<String, Supplier<Question>> questions = new LinkedHashMap<>();
    private Servers servers;
    private Site site;

    private Benchmark(Plan plan) {
        this.plan = plan;
        questions.put("size", SizeQuestion::new);
        questions.put("start-up", StartUpQuestion::new);
        questions.put("address", () -> new AddressQuestion(site()));
        questions.put("refusal", () -> new RefusalQuestion(site()));
        questions.put("slow-mail", () -> new SlowMailQuestion(impatient("slow", 2000), impatient("fast", 0)));
        questions.put("logins", () -> new LoginsQuestion(ours(), inTheRequest()));
        questions.put("users", () -> new UsersQuestion(servers(), site()));
        questions.put("nodes", () -> new NodesQuestion(servers(), site()));
        questions.put("profile", () -> new ProfileQuestion(servers(), site()));
    }

    /** The system properties {@code benchmark.…} say how much is measured. */
    public static void main(String[] args) {
        new Benchmark(Plan.fromSystemProperties()).run();
        // Clients and mail servers have threads of their own, which would keep the build waiting.
        System.exit(0);
    }

    private void run() {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Supplier<Question>> question : questions.entrySet()) {
            if (plan.questions().contains(question.getKey())) {
                System.out.println("Measuring: " + question.getKey());
                List<Finding> found = question.getValue().get().ask(plan);
                found.forEach(finding -> System.out.println(finding.markdown()));
                findings.addAll(found);
            }
        }
        System.out.println("\n" + HEAD);
        findings.forEach(finding -> System.out.println(finding.markdown()));
    }

    private Servers servers() {
        if (servers == null) {
            servers = Servers.start();
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

    private Site ours() {
        return servers().site("ours", MAIL, realm -> {});
    }

    private Site inTheRequest() {
        return servers().site("in-the-request", MAIL, StockFlows::mailInTheRequest);
    }
}
