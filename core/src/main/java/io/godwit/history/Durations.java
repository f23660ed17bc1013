package io.godwit.history;

import java.util.List;

/**
 * How long things took, in milliseconds. Immutable.
 *
 * @param least the shortest
 * @param median half took no longer
 * @param p95 95 of 100 took no longer
 * @param most the longest
 */
public record Durations(long least, long median, long p95, long most) {

    /** Of nothing. */
    public static final Durations NONE = new Durations(0, 0, 0, 0);

    /** Of all of these, in any order. */
    public static Durations of(List<Long> millis) {
        if (millis.isEmpty()) {
            return NONE;
        }
        List<Long> sorted = millis.stream().sorted().toList();
        return new Durations(sorted.get(0), at(sorted, 50), at(sorted, 95), sorted.get(sorted.size() - 1));
    }

    /** The nearest rank. */
    private static long at(List<Long> sorted, int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.get(Math.max(1, rank) - 1);
    }
}
