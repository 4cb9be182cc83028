package io.cloakroom.tests.benchmark;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many whole logins eight browsers get done, beside a flow that mails while the person waits.
 *
 * @param where how the server differs from one without further options
 */
record LoginsQuestion(String where, Site ours, Site inTheRequest) implements Question {

    private static final int BROWSERS = 8;

    @Override
    public List<Finding> ask(Plan plan) {
        Slices rates = new Slices();
        slice(plan, new Slices());
        for (int i = 0; i < plan.rounds(); i++) {
            slice(plan, rates);
        }
        return List.of(logins(rates), waiting(rates));
    }

    private void slice(Plan plan, Slices slices) {
        Throughput measured = Throughput.of(
                BROWSERS, plan.slice(), address -> CodeLogin.of(ours, address).address());
        Throughput against = Throughput.of(BROWSERS, plan.slice(), address -> LinkLogin.of(inTheRequest, address));
        slices.measured.accept(measured.perSecond());
        slices.against.accept(against.perSecond());
        slices.ratios.accept(measured.perSecond() / against.perSecond());
        slices.waits
                .rounds()
                .accept(measured.address().medianMillis() / against.address().medianMillis());
        slices.waits.measured().add(measured.address());
        slices.waits.against().add(against.address());
    }

    private Finding logins(Slices slices) {
        return new Finding(
                "logins per second, 8 browsers, 100 ms a mail" + where + "; mailed in the request",
                perSecond(slices.measured),
                perSecond(slices.against),
                slices.measured.getAverage() / slices.against.getAverage(),
                String.format(Locale.ROOT, "%.2f to %.2f", slices.ratios.getMin(), slices.ratios.getMax()),
                Optional.of(Must.atLeast(2, "×")));
    }

    private Finding waiting(Slices slices) {
        return new Finding(
                "POST of the address under that load" + where + "; mailed in the request",
                slices.waits.measured().toString(),
                slices.waits.against().toString(),
                slices.waits.ratio(),
                slices.waits.spread(),
                Optional.empty());
    }

    private static String perSecond(DoubleSummaryStatistics rates) {
        return String.format(Locale.ROOT, "%.1f /s", rates.getAverage());
    }

    /** What came of the slices that each flow had the server for. */
    private static final class Slices {
        private final DoubleSummaryStatistics measured = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics against = new DoubleSummaryStatistics();
        private final DoubleSummaryStatistics ratios = new DoubleSummaryStatistics();
        private final Comparison waits = new Comparison(new Sample(), new Sample(), new DoubleSummaryStatistics());
    }
}
