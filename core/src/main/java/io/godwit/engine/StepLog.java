package io.godwit.engine;

import io.godwit.history.RecordedStep;
import io.godwit.history.StepProgress;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the row of one step in {@code godwit_step}, with whatever of the history still waits to be written. For one thread. */
final class StepLog {

    private static final System.Logger LOG = System.getLogger(StepLog.class.getName());

    private final Run run;
    private final String migration;
    private final RecordedStep step;
    private final @Nullable RecordedStep recorded;
    private boolean there;

    /**
     * Of one step.
     *
     * @param migration the id of the migration it belongs to
     * @param step its row before anything is done
     * @param recorded the row that an interrupted run left; null for none
     */
    StepLog(Run run, String migration, RecordedStep step, @Nullable RecordedStep recorded) {
        this.run = run;
        this.migration = migration;
        this.step = step;
        this.recorded = recorded;
        this.there = recorded != null;
    }

    String migration() {
        return migration;
    }

    Optional<RecordedStep> recorded() {
        return Optional.ofNullable(recorded);
    }

    /** In the transaction that is open; {@link #written} when it is committed. */
    void write(JournalStep journal, StepProgress progress) throws SQLException {
        for (String statement : run.waiting().with(statement(journal, RecordedStep.INTENT, progress))) {
            run.session().update(statement);
        }
    }

    void written() {
        there = true;
        run.waiting().written();
    }

    /** In a transaction of its own. */
    void commit(JournalStep journal, StepProgress progress) throws SQLException {
        new SmallTransaction(run.session()).run(run.waiting().with(statement(journal, RecordedStep.INTENT, progress)));
        written();
    }

    /** The step is done, which is written with what comes next. */
    void done(JournalStep journal) {
        run.waiting().add(statement(journal, RecordedStep.DONE, StepProgress.NONE));
        there = true;
    }

    /** What a failed statement left, so that the next run does not take it for one that may have run. */
    void failed(JournalStep journal, StepProgress progress) {
        if (!there) {
            return;
        }
        try {
            String row = statement(journal, RecordedStep.STOPPED, progress);
            new SmallTransaction(run.session()).run(run.waiting().with(row));
            written();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "step " + step.stepId() + " will be settled by the catalog", e);
        }
    }

    private String statement(JournalStep journal, String state, StepProgress progress) {
        RecordedStep row = new RecordedStep(
                step.stepId(),
                step.direction(),
                step.position(),
                state,
                new Journal(List.of(journal)).toString(),
                progress);
        return there ? run.writer().stepMoved(migration, row) : run.writer().step(migration, row);
    }
}
