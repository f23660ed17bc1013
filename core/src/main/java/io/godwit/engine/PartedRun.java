package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.dialect.SessionSettings;
import io.godwit.failure.GodwitException;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.MigrationState;
import io.godwit.history.RecordedStep;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Parts;
import io.godwit.plan.Severity;
import io.godwit.plan.StepPlan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a migration that no single transaction can hold: some step runs outside one, or may be skipped on error. Every part is
 * recorded; when one fails, the inverses of what is done are run, and where that cannot be exact the migration stays partial.
 */
final class PartedRun implements MigrationRun {

    private static final String TAKEN_BACK =
            "as it was before this migration: what was done was taken back by its inverses";

    private final Run run;
    private final MigrationPlan plan;
    private final List<Finding> findings;
    private final FailureRecord failures;
    private final List<JournalStep> done = new ArrayList<>();
    private final Set<String> skipped = new HashSet<>();
    private final Map<String, RecordedStep> begun = new HashMap<>();
    private int position;

    PartedRun(Run run, MigrationPlan plan, List<Finding> findings) {
        this.run = run;
        this.plan = plan;
        this.findings = findings;
        this.failures = new FailureRecord(run, plan);
    }

    @Override
    public Result run() throws Setback {
        long started = System.nanoTime();
        HistoryEntry entry = new HistoryEntry(run, plan, started);
        try {
            begin(entry);
            for (List<StepPlan> part : new Parts(plan).parts()) {
                run(part);
            }
            new SmallTransaction(run.session()).run(run.waiting().with(entry.finished(new Journal(done))));
            run.waiting().written();
            entry.committed();
            return Result.DONE;
        } catch (StepFailure failure) {
            throw failed(failure);
        } catch (SQLException e) {
            throw failed(new StepFailure("", "", e));
        } catch (RepairNeededException e) {
            throw failures.other(e);
        } catch (GodwitException e) {
            String obstacle = takeBack();
            throw obstacle.isEmpty() ? failures.other(e) : failures.partial(e, obstacle);
        }
    }

    private void begin(HistoryEntry entry) throws SQLException {
        List<RecordedStep> recorded = run.reader().steps(plan.id());
        if (plan.direction() == Direction.UP) {
            // Written anew when it goes on: the document may be a corrected one.
            new SmallTransaction(run.session()).run(List.of(run.writer().rolledBack(plan.id()), entry.started()));
        } else if (recorded.isEmpty()) {
            // With the first step's record: nothing else says that it is going back.
            run.waiting().add(run.writer().moved(plan.id(), MigrationState.PARTIAL));
        }
        for (RecordedStep step : recorded) {
            if (!step.state().equals(RecordedStep.DONE)) {
                begun.put(step.stepId(), step);
            } else {
                recall(Journal.parse(step.inverse()).steps());
            }
            position = Math.max(position, step.position() + 1);
        }
    }

    private void recall(List<JournalStep> journals) {
        for (JournalStep journal : journals) {
            done.add(journal);
            if (journal.skipped()) {
                skipped.add(journal.id());
            }
        }
    }

    private void run(List<StepPlan> part) throws StepFailure {
        List<StepPlan> runnable = new ArrayList<>();
        for (StepPlan step : part) {
            if (step.step().dependencies().stream().anyMatch(skipped::contains)) {
                skip(step, "a step that it needs was skipped");
            } else {
                runnable.add(step);
            }
        }
        if (!runnable.isEmpty()) {
            runWhole(runnable);
        }
    }

    private void runWhole(List<StepPlan> part) throws StepFailure {
        StepPlan first = part.get(0);
        if (!first.transactional()) {
            runOutside(first);
        } else if (first.step().skipOnError()) {
            runOrSkip(first);
        } else {
            runInside(part);
        }
    }

    private void runInside(List<StepPlan> part) throws StepFailure {
        WorkTransaction transaction = new WorkTransaction(
                run.session(),
                part.stream().flatMap(step -> step.statements().stream()).toList());
        List<JournalStep> steps = new ArrayList<>();
        try {
            transaction.begin();
            for (String statement : run.waiting().all()) {
                run.session().update(statement);
            }
            for (StepPlan step : part) {
                run.tell(new ProgressEvent.StepStarted(plan.id(), step.step().id()));
                JournalStep journal = new StepRun(run, plan.id(), step, findings).run();
                run.session().execute(run.writer().step(plan.id(), record(journal)));
                steps.add(journal);
            }
            run.session().update(run.writer().stepsCounted(plan.id()));
            String violation = transaction.violation();
            if (!violation.isEmpty()) {
                throw new SQLException("foreign keys would be broken: " + violation, "23000");
            }
            transaction.commit();
            run.waiting().written();
            done.addAll(steps);
        } catch (SQLException e) {
            transaction.rollback();
            throw new StepFailure(part.get(0).step().id(), "", e);
        } catch (StepFailure | GodwitException e) {
            transaction.rollback();
            throw e;
        }
    }

    private void runOrSkip(StepPlan step) throws StepFailure {
        try {
            runInside(List.of(step));
        } catch (StepFailure failure) {
            if (!isSkippable(failure)) {
                throw failure;
            }
            skip(step, String.valueOf(failure.cause().getMessage()));
        }
    }

    private void skip(StepPlan step, String reason) throws StepFailure {
        JournalStep journal = new JournalStep(step.step().id(), true, true, List.of());
        try {
            new SmallTransaction(run.session())
                    .run(run.waiting()
                            .with(List.of(
                                    run.writer().step(plan.id(), record(journal)),
                                    run.writer().stepsCounted(plan.id()))));
            run.waiting().written();
        } catch (SQLException e) {
            throw new StepFailure(step.step().id(), "", e);
        }
        done.add(journal);
        skipped.add(step.step().id());
        findings.add(new Finding(
                "skipped", Severity.MEDIUM, plan.id(), step.step().id(), "the step was skipped: " + reason, ""));
        run.tell(new ProgressEvent.StepSkipped(plan.id(), step.step().id(), reason));
    }

    /** Outside a transaction: what each statement is about to do is recorded first. */
    private void runOutside(StepPlan step) throws StepFailure {
        run.tell(new ProgressEvent.StepStarted(plan.id(), step.step().id()));
        RecordedStep before = begun.get(step.step().id());
        int place = before == null ? position++ : before.position();
        RecordedStep row =
                new RecordedStep(step.step().id(), plan.direction().toString(), place, RecordedStep.INTENT, "");
        StepLog log = new StepLog(run, plan.id(), row, before);
        CommittingScripts scripts = new CommittingScripts(run, log, step);
        try {
            JournalStep journal =
                    patiently(new StepRun(run, plan.id(), step, findings, scripts), step.transform() != null);
            log.done(journal);
            new SmallTransaction(run.session()).run(run.waiting().all());
            run.waiting().written();
            done.add(journal);
        } catch (SQLException e) {
            throw new StepFailure(step.step().id(), "", e);
        } catch (StepFailure failure) {
            if (!isUndoneAndSkipped(step, failure, scripts.journal())) {
                keep(scripts.journal());
                throw failure;
            }
        } catch (GodwitException failure) {
            keep(scripts.journal());
            throw failure;
        }
    }

    /** Of a step that failed: what is done of it is to be taken back too. */
    private void keep(JournalStep journal) {
        if (!journal.entries().isEmpty()) {
            done.add(journal);
        }
    }

    /** What is done of the step is taken back in the transaction that records that it is skipped. */
    private boolean isUndoneAndSkipped(StepPlan step, StepFailure failure, JournalStep part) throws StepFailure {
        if (!step.step().skipOnError() || !isSkippable(failure)) {
            return false;
        }
        Compensation compensation = new Compensation(run, plan.id(), findings);
        List<String> records = run.waiting()
                .with(List.of(
                        run.writer().stepGone(plan.id(), part.id()),
                        run.writer().stepsCounted(plan.id())));
        if (!compensation.takeBack(new Journal(List.of(part)), records).isEmpty()) {
            return false;
        }
        run.waiting().written();
        skip(step, String.valueOf(failure.cause().getMessage()));
        return true;
    }

    private boolean isSkippable(StepFailure failure) {
        return SkippableFailure.is(run.session().dialect().failures().classify(failure.cause()));
    }

    /** What runs outside a transaction waits for others by its nature: an index is not given up for a lock that takes long. */
    private JournalStep patiently(StepRun stepRun, boolean moves) throws StepFailure, SQLException {
        SessionSettings settings = run.session().dialect().settings();
        if (moves || !run.session().dialect().supports(Feature.CONCURRENT_INDEXES)) {
            return stepRun.run();
        }
        run.session().together(settings.open(Duration.ZERO));
        try {
            return stepRun.run();
        } finally {
            run.session().together(settings.open(run.options().lockTimeout()));
        }
    }

    private RecordedStep record(JournalStep step) {
        return new RecordedStep(
                step.id(),
                plan.direction().toString(),
                position++,
                RecordedStep.DONE,
                new Journal(List.of(step)).toString());
    }

    /** What may pass is gone on with; only where nobody can plan that it is taken back. */
    private GodwitException failed(StepFailure failure) throws Setback {
        if (run.mayPass(failure.cause()) && run.plansAgain()) {
            throw new Setback(plan, failure, doubt -> given(failure, doubt));
        }
        run.session().renewQuietly(run.options().retries().reconnect());
        return given(failure, "");
    }

    private GodwitException given(StepFailure failure, String doubt) {
        String obstacle = doubt.isEmpty() ? takeBack() : doubt;
        return obstacle.isEmpty() ? failures.statement(failure, TAKEN_BACK) : failures.partial(failure, obstacle);
    }

    /** Runs the inverses of what is done; says what stood against it, and nothing if all is as it was. */
    private String takeBack() {
        if (plan.direction() == Direction.DOWN) {
            return done.isEmpty() ? leaveApplied() : "what is rolled back already stays so";
        }
        return new Compensation(run, plan.id(), findings).takeBack(new Journal(done));
    }

    /** A rollback of which nothing was done. */
    private String leaveApplied() {
        run.waiting().written();
        try {
            new SmallTransaction(run.session())
                    .run(List.of(
                            run.writer().stepsGone(plan.id()), run.writer().moved(plan.id(), MigrationState.APPLIED)));
            return "";
        } catch (SQLException e) {
            return "its state could not be put back: " + e.getMessage();
        }
    }
}
