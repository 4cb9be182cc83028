package io.cloakroom.tests.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;

/** Two samples that were taken in turns, so that whatever else the machine does hits both alike. */
record Comparison(Sample measured, Sample against, DoubleSummaryStatistics rounds) {

    /** Each variant does one thing and returns how many nanoseconds of it count. One round more comes first and warms up. */
    static Comparison of(Plan plan, LongSupplier measured, LongSupplier against) {
        Comparison all = new Comparison(new Sample(), new Sample(), new DoubleSummaryStatistics());
        inTurns(plan.each(), measured, against);
        for (int i = 0; i < plan.rounds(); i++) {
            Comparison round = inTurns(plan.each(), measured, against);
            all.measured.add(round.measured);
            all.against.add(round.against);
            all.rounds.accept(round.ratio());
        }
        return all;
    }

    double ratio() {
        return measured.medianMillis() / against.medianMillis();
    }

    /** The lowest and the highest ratio of a round. */
    String spread() {
        return String.format(Locale.ROOT, "%.2f to %.2f", rounds.getMin(), rounds.getMax());
    }

    private static Comparison inTurns(int each, LongSupplier measured, LongSupplier against) {
        Comparison round = new Comparison(new Sample(), new Sample(), new DoubleSummaryStatistics());
        List<Boolean> order = new ArrayList<>(Collections.nCopies(each, true));
        order.addAll(Collections.nCopies(each, false));
        Collections.shuffle(order, new Random());
        for (boolean isMeasured : order) {
            (isMeasured ? round.measured : round.against).add(isMeasured ? measured.getAsLong() : against.getAsLong());
        }
        return round;
    }
}
