package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures several things in turn, round after round, so that a change of the machine's load meets all of them. */
final class Rounds {

    /** Measures once. */
    interface Measurement {
        double take() throws Exception;
    }

    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final int warmups;
    private final int rounds;

    Rounds(int warmups, int rounds) {
        this.warmups = warmups;
        this.rounds = rounds;
    }

    Rounds add(String name, Measurement measurement) {
        measurements.put(name, measurement);
        values.put(name, new ArrayList<>());
        return this;
    }

    Rounds run() throws Exception {
        List<String> order = new ArrayList<>(measurements.keySet());
        for (int round = -warmups; round < rounds; round++) {
            for (String name : order) {
                // Nobody shall pay for the garbage of the one before.
                System.gc();
                double value = measurements.get(name).take();
                if (round >= 0) {
                    values.get(name).add(value);
                }
            }
            Collections.rotate(order, 1);
        }
        return this;
    }

    Series series(String name, String baseline) {
        return new Series(name, values.get(name), values.get(baseline));
    }

    /** All series, each compared with the first. */
    List<Series> series() {
        String first = measurements.keySet().iterator().next();
        return measurements.keySet().stream().map(name -> series(name, first)).toList();
    }
}
