package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.StartUps;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much longer the server takes to start with the JARs than without. */
record StartUpQuestion() implements Question {

    @Override
    public List<Finding> ask(Plan plan) {
        Sample with = new Sample();
        Sample without = new Sample();
        DoubleSummaryStatistics rounds = new DoubleSummaryStatistics();
        try (StartUps ours = StartUps.withJars();
                StartUps stock = StartUps.withoutJars()) {
            ours.start();
            stock.start();
            for (int i = 0; i < plan.startUps(); i++) {
                long longer = ours.start().toNanos();
                long shorter = stock.start().toNanos();
                with.add(longer);
                without.add(shorter);
                rounds.accept((longer - shorter) / 1e9);
            }
        }
        return List.of(new Finding(
                "start-up with the JARs; without",
                with.toString(),
                without.toString(),
                (with.medianMillis() - without.medianMillis()) / 1e3,
                String.format(Locale.ROOT, "%.2f to %.2f", rounds.getMin(), rounds.getMax()),
                Optional.of(Must.atMost(0.5, "s"))));
    }
}
