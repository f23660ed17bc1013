package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.MigrationState;
import io.godwit.history.RecordedStep;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Severity;
import io.godwit.plan.StepPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a migration where every change of a table commits by itself: each statement is recorded before it runs, an interrupted run is
 * gone on with, and when one fails, what is done is taken back by its inverses.
 */
final class CommittingRun implements MigrationRun {

    private static final String LOST = "the connection is lost; the next run finds out what the last statement did";

    private final Run run;
    private final MigrationPlan plan;
    private final List<Finding> findings;
    private final FailureRecord failures;
    private final boolean more;
    private final StepwiseReturn back;
    private final List<JournalStep> done = new ArrayList<>();
    private final Set<String> skipped = new HashSet<>();
    private List<RecordedStep> recorded = List.of();
    private int position;

    /**
     * For one migration.
     *
     * @param more whether another such run follows, whose first record may carry this one's last
     */
    CommittingRun(Run run, MigrationPlan plan, List<Finding> findings, boolean more) {
        this.run = run;
        this.plan = plan;
        this.findings = findings;
        this.failures = new FailureRecord(run, plan);
        this.more = more;
        this.back = new StepwiseReturn(run, plan, findings);
    }

    @Override
    public Result run() throws Setback {
        HistoryEntry entry = new HistoryEntry(run, plan, System.nanoTime());
        try {
            if (!begin(entry)) {
                return Result.STALE;
            }
            for (StepPlan step : plan.steps()) {
                run(step);
            }
            finish(entry);
            return Result.DONE;
        } catch (StepFailure failure) {
            throw failed(failure);
        } catch (SQLException e) {
            throw failed(new StepFailure("", "", e));
        } catch (RepairNeededException e) {
            throw failures.other(e);
        } catch (GodwitException e) {
            String obstacle = back.takeBack(done, position);
            throw obstacle.isEmpty() ? failures.other(e) : failures.partial(e, obstacle);
        }
    }

    /** The last record may wait only where the catalog can tell later what was done. */
    private void finish(HistoryEntry entry) throws SQLException {
        List<String> last = entry.finished(new Journal(done));
        if (more && plan.steps().stream().allMatch(StepPlan::isStructured)) {
            run.waiting().addAll(last);
        } else {
            new SmallTransaction(run.session()).run(run.waiting().with(last));
            run.waiting().written();
        }
        entry.committed();
    }

    /** False if an interrupted run was on its way back, and is back now. */
    private boolean begin(HistoryEntry entry) throws SQLException {
        recorded = plan.resumed() || plan.direction() == Direction.DOWN
                ? run.reader().steps(plan.id())
                : List.of();
        if (recorded.stream().anyMatch(step -> step.direction().equals(RecordedStep.UNDO))) {
            String obstacle = back.goOn(recorded);
            GodwitException failure =
                    failures.other(new Interrupted(run, plan.id()).takenBack(obstacle, back.failure()));
            if (!obstacle.isEmpty()) {
                throw failure;
            }
            return false;
        }
        if (plan.direction() == Direction.UP) {
            if (plan.resumed()) {
                // Written anew when it goes on: the document may be a corrected one.
                run.waiting().add(run.writer().rolledBack(plan.id()));
            }
            run.waiting().add(entry.started());
        } else if (recorded.isEmpty()) {
            run.waiting().add(run.writer().moved(plan.id(), MigrationState.PARTIAL));
        }
        for (RecordedStep step : recorded) {
            position = Math.max(position, step.position() + 1);
            if (step.state().equals(RecordedStep.DONE)) {
                recall(Journal.parse(step.inverse()).steps());
            }
        }
        return true;
    }

    private void recall(List<JournalStep> journals) {
        done.addAll(journals);
        journals.stream().filter(JournalStep::skipped).forEach(journal -> skipped.add(journal.id()));
    }

    private void run(StepPlan step) throws StepFailure {
        if (done.stream().anyMatch(journal -> journal.id().equals(step.step().id()))) {
            return;
        }
        if (step.step().dependencies().stream().anyMatch(skipped::contains)) {
            skip(step, "a step that it needs was skipped");
            return;
        }
        RecordedStep before = recorded.stream()
                .filter(row -> row.stepId().equals(step.step().id()))
                .findFirst()
                .orElse(null);
        StepLog log = log(step, before);
        CommittingScripts scripts = new CommittingScripts(run, log, step);
        run.tell(new ProgressEvent.StepStarted(plan.id(), step.step().id()));
        try {
            JournalStep journal = new StepRun(run, plan.id(), step, findings, scripts).run();
            log.done(journal);
            done.add(journal);
        } catch (StepFailure failure) {
            boolean mayBeSkipped = step.step().skipOnError()
                    && scripts.journal().entries().isEmpty()
                    && SkippableFailure.is(run.session().dialect().failures().classify(failure.cause()));
            if (!mayBeSkipped) {
                keep(scripts.journal());
                throw failure;
            }
            skip(step, String.valueOf(failure.cause().getMessage()));
        } catch (GodwitException e) {
            keep(scripts.journal());
            throw e;
        }
    }

    /** Of a step that failed: what is done of it is to be taken back too. */
    private void keep(JournalStep journal) {
        if (!journal.entries().isEmpty()) {
            done.add(journal);
        }
    }

    private StepLog log(StepPlan step, @Nullable RecordedStep before) {
        int place = before == null ? position++ : before.position();
        return new StepLog(
                run,
                plan.id(),
                new RecordedStep(step.step().id(), plan.direction().toString(), place, RecordedStep.INTENT, ""),
                before);
    }

    private void skip(StepPlan step, String reason) {
        JournalStep journal = new JournalStep(step.step().id(), true, true, List.of());
        run.waiting().add(run.writer().stepGone(plan.id(), step.step().id()));
        log(step, null).done(journal);
        done.add(journal);
        skipped.add(step.step().id());
        findings.add(new Finding(
                "skipped", Severity.MEDIUM, plan.id(), step.step().id(), "the step was skipped: " + reason, ""));
        run.tell(new ProgressEvent.StepSkipped(plan.id(), step.step().id(), reason));
    }

    /** A statement is tried again by itself for as long as its connection lives; only what becomes of a lost one is not known. */
    private GodwitException failed(StepFailure failure) throws Setback {
        if (run.session().isLost(failure.cause())) {
            throw new Setback(plan, failure, doubt -> failures.partial(failure, LOST));
        }
        run.session().renewQuietly(run.options().retries().reconnect());
        String obstacle = back.takeBack(done, position);
        return obstacle.isEmpty()
                ? failures.statement(failure, StepwiseReturn.TAKEN_BACK)
                : failures.partial(failure, obstacle);
    }
}
