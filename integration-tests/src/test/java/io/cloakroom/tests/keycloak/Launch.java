package io.cloakroom.tests.keycloak;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ports, environment and further options of one start. What they set comes before what is set here. */
record Launch(int httpPort, int managementPort, Map<String, String> environment, List<String> options) {

    static Launch onFreePorts(Map<String, String> environment, String... options) {
        int[] ports = FreePorts.pair();
        return new Launch(ports[0], ports[1], environment, List.of(options));
    }

    /** As in production behind a proxy, but on the loopback interface only. */
    List<String> command(KeycloakHome home) {
        return command(home, "--db=dev-file", "--cache=local", "--health-enabled=true", "--metrics-enabled=true");
    }

    /** The same for a home that was built before, with whatever database and cache it was built for. */
    List<String> commandOnceBuilt(KeycloakHome home) {
        return command(home, "--optimized");
    }

    /** What the process gets to see: our environment, and what every server of ours needs. */
    Map<String, String> processEnvironment() {
        Map<String, String> all = new HashMap<>();
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", Distribution.ADMIN);
        all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", Distribution.ADMIN);
        all.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx768m");
        all.putAll(environment);
        return all;
    }

    private List<String> command(KeycloakHome home, String... buildOptions) {
        List<String> command = new ArrayList<>(List.of(home.script().toString(), "start", "--import-realm"));
        command.addAll(List.of(buildOptions));
        command.addAll(runtimeOptions());
        return command;
    }

    /** What every start says, however the server was built. */
    List<String> runtimeOptions() {
        List<String> all = new ArrayList<>(List.of(
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + httpPort,
                "--http-management-port=" + managementPort,
                "--hostname-strict=false"));
        if (options.stream().noneMatch(option -> option.startsWith("--log-level="))) {
            all.add("--log-level=INFO,io.cloakroom:trace");
        }
        all.addAll(options);
        return all;
    }

    URI baseUri() {
        return URI.create("http://localhost:" + httpPort);
    }

    URI managementUri() {
        return URI.create("http://localhost:" + managementPort);
    }
}
