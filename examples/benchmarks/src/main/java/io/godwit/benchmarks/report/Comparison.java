package io.godwit.benchmarks.report;

import java.util.List;

/**
 * Figures that belong side by side. Immutable.
 *
 * @param scenario what was measured
 * @param engine on which engine
 * @param title in words, with the numbers that matter
 * @param unit of the values
 * @param series by contender
 */
public record Comparison(String scenario, String engine, String title, String unit, List<Series> series) {

    public Comparison {
        series = List.copyOf(series);
    }
}
