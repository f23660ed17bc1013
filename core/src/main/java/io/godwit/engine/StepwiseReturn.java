package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.history.MigrationState;
import io.godwit.history.RecordedStep;
import io.godwit.migration.Step;
import io.godwit.plan.DerivedDown;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.StepPlan;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes back what a failed migration has done, step by step and each recorded, so that a run that is cut off can go on with it. */
final class StepwiseReturn {

    static final String TAKEN_BACK = "as it was before this migration: what was done was taken back by its inverses";

    private static final System.Logger LOG = System.getLogger(StepwiseReturn.class.getName());

    private final Run run;
    private final MigrationPlan plan;
    private final List<Finding> findings;
    private List<RecordedStep> recorded = List.of();
    private List<String> closing = List.of();
    private @Nullable StepFailure failed;
    private int position;

    StepwiseReturn(Run run, MigrationPlan plan, List<Finding> findings) {
        this.run = run;
        this.plan = plan;
        this.findings = findings;
    }

    /** What the last transaction writes besides. */
    StepwiseReturn closing(List<String> statements) {
        closing = statements;
        return this;
    }

    /** The inverse that failed; null if none did. */
    @Nullable
    StepFailure failure() {
        return failed;
    }

    /**
     * Runs the inverses of what is done.
     *
     * @param position the first free place in the order of steps
     * @return why nothing or not all was taken back; empty if all was
     */
    String takeBack(List<JournalStep> done, int position) {
        Journal journal = new Journal(done);
        if (!Compensation.exact(journal)) {
            keep();
            return "a step that is done has no exact inverse";
        }
        this.position = position;
        for (JournalStep step : done) {
            RecordedStep row = new RecordedStep(
                    step.id(),
                    plan.direction().toString(),
                    this.position++,
                    RecordedStep.DONE,
                    new Journal(List.of(step)).toString());
            run.waiting().add(run.writer().stepGone(plan.id(), step.id()));
            run.waiting().add(run.writer().step(plan.id(), row));
        }
        run.waiting().add(run.writer().stepsCounted(plan.id()));
        return run(journal);
    }

    /** What is done stays done, also in the history: the next run must not take it for what may have run. */
    private void keep() {
        try {
            new SmallTransaction(run.session()).run(run.waiting().all());
            run.waiting().written();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the last step will be settled by the catalog", e);
        }
    }

    /** Goes on with what an interrupted run was taking back. */
    String goOn(List<RecordedStep> rows) {
        recorded = rows;
        position = rows.stream().mapToInt(RecordedStep::position).max().orElse(0) + 1;
        return run(new Journal(rows.stream()
                .filter(row -> !row.direction().equals(RecordedStep.UNDO))
                .flatMap(row -> Journal.parse(row.inverse()).steps().stream())
                .toList()));
    }

    private String run(Journal journal) {
        run.ends();
        try {
            run.session().limit(run.options().statementTimeout());
            Set<TableName> dropped = DerivedDown.droppedBy(List.of(journal));
            for (Step step : new DerivedDown(plan.id(), journal, dropped).steps(new ArrayList<>())) {
                run(step);
            }
            List<String> last = new ArrayList<>();
            last.add(run.writer().stepsGone(plan.id()));
            last.add(
                    plan.direction() == Direction.UP
                            ? run.writer().rolledBack(plan.id())
                            : run.writer().moved(plan.id(), MigrationState.APPLIED));
            last.addAll(closing);
            new SmallTransaction(run.session()).run(run.waiting().with(last));
            run.waiting().written();
            return "";
        } catch (StepFailure failure) {
            failed = failure;
            return Compensation.failed(failure.cause());
        } catch (SQLException | GodwitException e) {
            return Compensation.failed(e);
        }
    }

    private void run(Step step) throws StepFailure {
        @Nullable
        RecordedStep before = recorded.stream()
                .filter(row -> row.stepId().equals(step.id()) && row.direction().equals(RecordedStep.UNDO))
                .findFirst()
                .orElse(null);
        if (before != null && before.state().equals(RecordedStep.DONE)) {
            return;
        }
        RecordedStep row = new RecordedStep(step.id(), RecordedStep.UNDO, position++, RecordedStep.INTENT, "");
        StepPlan inverse = StepPlan.later(step, false);
        StepLog log = new StepLog(run, plan.id(), row, before);
        CommittingScripts scripts = new CommittingScripts(run, log, inverse);
        log.done(new StepRun(run, plan.id(), inverse, findings, scripts).run());
    }
}
