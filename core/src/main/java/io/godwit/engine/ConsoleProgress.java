package io.godwit.engine;

import io.godwit.plan.Direction;
import java.io.PrintStream;

/** Progress as plain lines, one for each thing that is done. Thread-safe as far as its stream is. */
public final class ConsoleProgress implements ProgressListener {

    private final PrintStream out;

    /** To standard output. */
    public ConsoleProgress() {
        this(System.out);
    }

    /** To any stream. */
    public ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onEvent(ProgressEvent event) {
        String line = line(event);
        if (!line.isEmpty()) {
            out.println(line);
        }
    }

    private static String line(ProgressEvent event) {
        if (event instanceof ProgressEvent.MigrationFinished finished) {
            return (finished.direction() == Direction.UP ? "applied " : "rolled back ") + finished.id() + " ("
                    + finished.pluginId() + " " + finished.version() + ") in "
                    + finished.duration().toMillis() + " ms";
        }
        if (event instanceof ProgressEvent.BackupWritten backup) {
            return "wrote " + backup.name() + " (" + backup.bytes() + " bytes)";
        }
        if (event instanceof ProgressEvent.BatchFinished batch) {
            return batch.rows() + " of " + batch.of() + " rows in step " + batch.step() + " of " + batch.migration()
                    + ", " + batch.left().toSeconds() + " s left";
        }
        if (event instanceof ProgressEvent.BatchThrottled throttled) {
            return "rows wait in step " + throttled.step() + " of " + throttled.migration();
        }
        if (event instanceof ProgressEvent.StepSkipped skipped) {
            return "skipped step " + skipped.step() + " of " + skipped.migration() + ": " + skipped.reason();
        }
        if (event instanceof ProgressEvent.Retried retried) {
            return "attempt " + retried.attempt() + " at " + retried.migration() + ": " + retried.reason();
        }
        if (event instanceof ProgressEvent.LockAwaited awaited) {
            return "another run holds the lock; waiting for " + awaited.waited().toSeconds() + " s";
        }
        return event instanceof ProgressEvent.MigrationFailed failed ? "failed: " + failed.message() : "";
    }
}
