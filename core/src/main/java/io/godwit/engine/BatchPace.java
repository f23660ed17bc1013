package io.godwit.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many rows the next batch takes: as many as are moved in about the time that the host gives, and fewer where some of them fail.
 * For one thread.
 */
final class BatchPace {

    private static final int FIRST = 10_000;
    private static final int MOST = 200_000;

    private final int most;
    private final Duration target;
    private int rows;
    private int narrowed;

    /**
     * For one transform.
     *
     * @param most as the author says; null for what the engine takes well
     * @param target how long a batch should take
     */
    BatchPace(@Nullable Integer most, Duration target) {
        this.target = target;
        this.most = most == null ? MOST : most;
        this.rows = Math.min(this.most, most == null ? FIRST : most);
    }

    int rows() {
        return narrowed > 0 ? narrowed : rows;
    }

    /** Whether a row that fails is being looked for. */
    boolean isNarrowed() {
        return narrowed > 0;
    }

    /** One of the rows fails: it is looked for among half of them. */
    void halve(long failed) {
        narrowed = (int) Math.max(1, Math.min(failed, rows()) / 2);
    }

    /** A batch is moved. */
    void took(long moved, Duration duration) {
        if (narrowed > 0) {
            narrowed = narrowed * 2 >= rows ? 0 : narrowed * 2;
        } else if (moved >= rows && duration.multipliedBy(2).compareTo(target) < 0) {
            rows = (int) Math.min(most, 2L * rows);
        } else if (duration.compareTo(target.multipliedBy(2)) > 0) {
            rows = Math.max(1, rows / 2);
        }
    }
}
