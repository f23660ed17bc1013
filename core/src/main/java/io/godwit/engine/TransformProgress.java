package io.godwit.engine;

import io.godwit.history.Checkpoint;
import java.time.Duration;

/** Tells how far a transform is. For one transform, on one thread. */
final class TransformProgress {

    private final Run run;
    private final String migration;
    private final String step;
    private long started;
    private long total;
    private long before;

    TransformProgress(Run run, String migration, String step) {
        this.run = run;
        this.migration = migration;
        this.step = step;
    }

    /**
     * Rows begin to move.
     *
     * @param rows how many the source has
     * @param at what an interrupted run did already
     */
    void begin(long rows, Checkpoint at) {
        started = System.nanoTime();
        total = rows;
        before = at.read();
    }

    void batch(Checkpoint at) {
        Duration lasted = Duration.ofNanos(Math.max(1, System.nanoTime() - started));
        long moved = at.read() - before;
        double rate = moved * 1e9 / lasted.toNanos();
        long left = Math.max(0, total - at.read());
        run.tell(new ProgressEvent.BatchFinished(
                migration,
                step,
                at.read(),
                Math.max(total, at.read()),
                at.rejected(),
                Math.round(rate),
                Duration.ofMillis(Math.round(left / Math.max(rate, 1e-3) * 1000))));
    }
}
