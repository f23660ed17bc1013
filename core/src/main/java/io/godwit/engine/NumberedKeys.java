package io.godwit.engine;

import io.godwit.history.Checkpoint;
import java.util.Optional;

/**
 * Says where the next batch ends without a look at the source, as long as its keys are whole numbers with few gaps between them. It
 * never goes beyond the last key that was seen, for rows may be added behind it at any time. For one transform, on one thread.
 */
final class NumberedKeys {

    private long last = Long.MIN_VALUE;
    private boolean dense;

    /** The last key that the source has at the moment. */
    void seen(long highest) {
        last = highest;
    }

    /** A batch had so many rows. */
    void moved(BatchBound bound, long rows) {
        dense = bound.isNearlyRunOf(rows);
    }

    /** The next batch of at most so many rows; empty if the source has to be asked. */
    Optional<BatchBound> next(Checkpoint at, int most) {
        if (!dense || at.key().isEmpty()) {
            return Optional.empty();
        }
        long number = Long.parseLong(at.key().get(0).text());
        if (number >= last) {
            return Optional.empty();
        }
        long left = last - number;
        return Optional.of(BatchBound.behind(number, left < 0 ? most : Math.min(left, most)));
    }
}
