package io.godwit.tck.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * What two lists of facts do not share. Immutable.
 *
 * @param expected one fact a line
 * @param actual one fact a line
 */
record LineDifference(List<String> expected, List<String> actual) {

    LineDifference {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
    }

    /** One line for each fact that is missing, too many or out of order; empty when there is none. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        expected.stream().filter(line -> !actual.contains(line)).forEach(line -> lines.add("lacks  " + line));
        actual.stream().filter(line -> !expected.contains(line)).forEach(line -> lines.add("has    " + line));
        if (lines.isEmpty() && !expected.equals(actual)) {
            lines.add("has another order: " + actual + " instead of " + expected);
        }
        return lines;
    }
}
