package io.cloakroom.tests.benchmark;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Times of one thing that was done many times, by any number of threads. */
final class Sample {

    /** Microseconds, of which three digits are kept. */
    private final Histogram micros = new ConcurrentHistogram(3);

    void add(long nanos) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    void add(Sample other) {
        micros.add(other.micros);
    }

    double medianMillis() {
        return percentile(50);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f ms (p90 %.1f)", medianMillis(), percentile(90));
    }

    private double percentile(int share) {
        return micros.getValueAtPercentile(share) / 1e3;
    }
}
