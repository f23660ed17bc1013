package io.godwit.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured of one contender, one figure a round. Immutable.
 *
 * @param contender whose figures they are
 * @param values by round
 * @param baseline what they are compared with, by round
 */
public record Series(String contender, List<Double> values, List<Double> baseline) {

    public Series {
        values = List.copyOf(values);
        baseline = List.copyOf(baseline);
    }

    public double median() {
        return median(values);
    }

    /** The median of the rounds' own ratios, for a machine that is slow in one round is slow for all. */
    public double ratio() {
        return median(ratios());
    }

    public double lowestRatio() {
        return ratios().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    public double highestRatio() {
        return ratios().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    private List<Double> ratios() {
        return IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / baseline.get(round))
                .toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
