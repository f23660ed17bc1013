package io.godwit.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Waits between a transform's batches as the host wants it. For one transform, on one thread. */
final class BatchManners {

    private static final Set<String> GO_ON = Set.of("", " ", "null", "f", "false", "0");

    private final Run run;
    private final String migration;
    private final String step;
    private final BatchOptions options;

    BatchManners(Run run, String migration, String step) {
        this.run = run;
        this.migration = migration;
        this.step = step;
        this.options = run.options().batches();
    }

    /** Before a batch: as long as the host's question says so, which is told once. */
    void beforeBatch() throws StepFailure {
        boolean told = false;
        while (!run.isCancelled() && isThrottled()) {
            if (!told) {
                told = true;
                run.tell(new ProgressEvent.BatchThrottled(migration, step));
            }
            sleep(options.ask());
        }
    }

    private boolean isThrottled() throws StepFailure {
        if (options.throttle().isEmpty()) {
            return false;
        }
        try {
            String answer = run.session().firstRow(options.throttle());
            int end = answer.indexOf(", ");
            return !GO_ON.contains((end < 0 ? answer : answer.substring(0, end)).toLowerCase(Locale.ROOT));
        } catch (SQLException e) {
            throw new StepFailure(step, options.throttle(), e);
        }
    }

    /** Behind a batch. */
    void afterBatch() {
        if (!options.pause().isZero() && !run.isCancelled()) {
            sleep(options.pause());
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
