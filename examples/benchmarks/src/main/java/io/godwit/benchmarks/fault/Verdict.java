package io.godwit.benchmarks.fault;

import java.util.List;

/**
 * What became of one run. Immutable.
 *
 * @param hits how many faults fell into a run that was going on
 * @param kind in one word
 * @param doubtful whether a person was asked
 * @param words what was said, and what is not as it should be
 */
record Verdict(int hits, Kind kind, boolean doubtful, List<String> words) {

    /** How a run compares with one that nothing interrupted. */
    enum Kind {
        SAME,
        LOST,
        DOUBLED,
        OTHER
    }

    Verdict {
        words = List.copyOf(words);
    }
}
