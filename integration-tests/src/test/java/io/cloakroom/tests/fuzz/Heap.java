package io.cloakroom.tests.fuzz;

import io.cloakroom.tests.keycloak.RunningKeycloak;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server keeps in memory, after a collection of all that it does not: {@code jcmd GC.class_histogram} collects first.
 *
 * @param bytes of all objects
 * @param ours how many objects there are of each class of ours
 */
public record Heap(long bytes, Map<String, Long> ours) {

    private static final Pattern CLASS = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(io\\.cloakroom\\.\\S+).*");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    /** As it is now. */
    public static Heap of(RunningKeycloak keycloak) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(serverOf(keycloak)), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        return read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Heap read(String histogram) {
        Map<String, Long> ours = new HashMap<>();
        long total = 0;
        for (String line : histogram.lines().toList()) {
            Matcher row = CLASS.matcher(line);
            Matcher sum = TOTAL.matcher(line);
            if (row.matches()) {
                ours.put(row.group(2), Long.parseLong(row.group(1)));
            } else if (sum.matches()) {
                total = Long.parseLong(sum.group(1));
            }
        }
        if (total == 0) {
            throw new IllegalStateException("No histogram of the server's heap: " + histogram);
        }
        return new Heap(total, ours);
    }

    private static long serverOf(RunningKeycloak keycloak) {
        String port = "--http-port=" + keycloak.baseUri().getPort();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No server on port " + port))
                .pid();
    }
}
