package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.StartUps;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How large the JARs are. */
record SizeQuestion() implements Question {

    private static final double KIB = 1024;

    @Override
    public List<Finding> ask(Plan plan) {
        List<Path> jars = StartUps.jars();
        double together = jars.stream().mapToDouble(SizeQuestion::kib).sum();
        String single =
                jars.stream().map(jar -> Math.round(kib(jar)) + " KiB").sorted().collect(Collectors.joining(" + "));
        return List.of(new Finding("JARs together", single, "", together, "", Optional.of(Must.atMost(500, "KiB"))));
    }

    private static double kib(Path jar) {
        return jar.toFile().length() / KIB;
    }
}
