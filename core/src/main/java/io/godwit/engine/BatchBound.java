package io.godwit.engine;

import io.godwit.schema.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a batch of a transform's rows ends. Immutable.
 *
 * @param key of its last row; empty for all rows at once
 * @param rows how many there are; at most so many if they are not counted
 * @param first the key of its first row, if it is a whole number; else null
 * @param counted whether the source was asked; otherwise the bound is a number that may not be a key
 */
record BatchBound(List<Literal> key, long rows, @Nullable Literal first, boolean counted) {

    private static final int FEW = 10;

    BatchBound {
        key = List.copyOf(key);
    }

    static BatchBound ofAll(long rows) {
        return new BatchBound(List.of(), rows, null, true);
    }

    /** All whole numbers behind one, as many as there may be rows. */
    static BatchBound behind(long number, long rows) {
        return new BatchBound(List.of(Literal.of(number + rows)), rows, Literal.of(number + 1), false);
    }

    /** Whether it is one row, which may be to blame for a failure. */
    boolean isOne() {
        return rows <= 1;
    }

    /** Whether so many rows are all whole numbers from the first key to the last. */
    boolean isRunOf(long found) {
        return gapsAmong(found) == 0;
    }

    /** Whether of the whole numbers from the first key to the last few are not among so many rows. */
    boolean isNearlyRunOf(long found) {
        long gaps = gapsAmong(found);
        return gaps >= 0 && gaps <= found / FEW;
    }

    /** Negative if the keys are no whole numbers, or lie further apart than can be counted. */
    private long gapsAmong(long found) {
        return first == null ? -1 : Long.parseLong(key.get(0).text()) - Long.parseLong(first.text()) + 1 - found;
    }
}
