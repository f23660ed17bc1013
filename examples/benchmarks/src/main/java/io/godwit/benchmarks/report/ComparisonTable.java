package io.godwit.benchmarks.report;

import java.util.Locale;

/** Figures as plain text. */
public final class ComparisonTable {

    private final Comparison comparison;

    public ComparisonTable(Comparison comparison) {
        this.comparison = comparison;
    }

    public String text() {
        int width = comparison.series().stream()
                .mapToInt(series -> series.contender().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder("\n")
                .append(comparison.scenario())
                .append(", ")
                .append(comparison.engine())
                .append(": ")
                .append(comparison.title())
                .append('\n');
        text.append(line(width, "", "median " + comparison.unit(), "ratio", "of each round"));
        for (Series series : comparison.series()) {
            text.append(line(
                    width,
                    series.contender(),
                    number("%.1f", series.median()),
                    number("%.2f", series.ratio()),
                    number("%.2f", series.lowestRatio()) + " to " + number("%.2f", series.highestRatio())));
        }
        return text.toString();
    }

    private static String line(int width, String contender, String median, String ratio, String spread) {
        return String.format(Locale.ROOT, "  %-" + width + "s  %12s  %7s  %s%n", contender, median, ratio, spread);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
