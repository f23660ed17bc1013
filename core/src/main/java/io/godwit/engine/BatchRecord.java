package io.godwit.engine;

import io.godwit.failure.RepairNeededException;
import io.godwit.history.Checkpoint;
import io.godwit.history.StepProgress;
import java.sql.SQLException;

/**
 * Writes down how far a transform got, in the transaction of a batch.
 *
 * @param operations how many of the step's operations come before
 */
record BatchRecord(Run run, StepLog log, String step, int operations) {

    String migration() {
        return log.migration();
    }

    /** Fails if another run has taken the transform over. */
    void write(Checkpoint end) throws SQLException {
        String text = log.reached(StepProgress.at(operations, end));
        run.session().reached("before a batch is recorded");
        if (run.session().execute(text) != 1) {
            throw new RepairNeededException("Migration " + migration() + ", step " + step
                    + ": another run has gone on with it.\n  database: the rows of its last batch were not moved by"
                    + " this run\n  next: wait for the other run, then run again");
        }
    }
}
