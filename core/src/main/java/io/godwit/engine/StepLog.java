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
    private RecordedStep written;

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
        this.written = recorded == null ? step : recorded;
    }

    String migration() {
        return migration;
    }

    Optional<RecordedStep> recorded() {
        return Optional.ofNullable(recorded);
    }

    /** In the transaction that is open; {@link #written} when it is committed. */
    void write(JournalStep journal, StepProgress progress) throws SQLException {
        for (String statement : run.waiting().with(statements(journal, RecordedStep.INTENT, progress))) {
            run.session().update(statement);
        }
    }

    void written() {
        there = true;
        run.waiting().written();
    }

    /** In a transaction of its own. */
    void commit(JournalStep journal, StepProgress progress) throws SQLException {
        new SmallTransaction(run.session()).run(run.waiting().with(statements(journal, RecordedStep.INTENT, progress)));
        written();
    }

    /** The step is done, which is written with what comes next. */
    void done(JournalStep journal) {
        run.waiting().addAll(statements(journal, RecordedStep.DONE, StepProgress.NONE));
        there = true;
    }

    /** What a failed statement left, so that the next run does not take it for one that may have run. */
    void failed(JournalStep journal, StepProgress progress) {
        if (!there) {
            return;
        }
        try {
            List<String> row = statements(journal, RecordedStep.STOPPED, progress);
            new SmallTransaction(run.session()).run(run.waiting().with(row));
            written();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "step " + step.stepId() + " will be settled by the catalog", e);
        }
    }

    /** How far it got, in the transaction of a batch: changes no row if another run has gone on with the step. */
    String reached(StepProgress progress) {
        written = new RecordedStep(
                written.stepId(),
                written.direction(),
                written.position(),
                written.state(),
                written.inverse(),
                progress);
        return run.writer().stepReached(migration, written);
    }

    private List<String> statements(JournalStep journal, String state, StepProgress progress) {
        RecordedStep row = new RecordedStep(
                step.stepId(),
                step.direction(),
                step.position(),
                state,
                new Journal(List.of(journal)).toString(),
                progress);
        written = row;
        return there
                ? List.of(run.writer().stepMoved(migration, row))
                : List.of(run.writer().step(migration, row), run.writer().stepsCounted(migration));
    }
}
