package io.godwit.engine;

import io.godwit.dialect.Statement;
import io.godwit.failure.ValidationFailedException;
import io.godwit.migration.Validation;
import io.godwit.plan.Finding;
import io.godwit.plan.JournalEntry;
import io.godwit.plan.JournalStep;
import io.godwit.plan.OperationScript;
import io.godwit.plan.SqlKind;
import io.godwit.plan.StepPlan;
import io.godwit.plan.StepRenderer;
import io.godwit.plan.StepScripts;
import io.godwit.plan.TransformPlan;
import io.godwit.plan.ValidationScript;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one step, statement by statement, in whatever transaction is open. For one thread. */
final class StepRun {

    private final Run run;
    private final String migration;
    private final StepPlan plan;
    private final List<Finding> findings;
    private final ScriptRunner runner;
    private final List<OperationScript> done = new ArrayList<>();
    private long rows;
    private long moved;

    StepRun(Run run, String migration, StepPlan plan, List<Finding> findings) {
        this(run, migration, plan, findings, new OpenScripts(run.session()));
    }

    StepRun(Run run, String migration, StepPlan plan, List<Finding> findings, ScriptRunner runner) {
        this.run = run;
        this.migration = migration;
        this.plan = plan;
        this.findings = findings;
        this.runner = runner;
    }

    /** Runs it all and says what the history should remember. */
    JournalStep run() throws StepFailure {
        stopIfCancelled();
        limitTime(true);
        run.cancellable(true);
        try {
            long started = System.nanoTime();
            JournalStep journal = runWithin();
            limitTime(false);
            finished(Duration.ofNanos(System.nanoTime() - started));
            return journal;
        } catch (StepFailure failure) {
            if (run.isCancelled()) {
                throw run.cancelled(migration, failure.cause());
            }
            throw failure;
        } finally {
            run.cancellable(false);
            run.session().watch(run.options().statementTimeout());
        }
    }

    private void finished(Duration duration) {
        run.changed(moved);
        run.tell(new ProgressEvent.StepFinished(migration, plan.step().id(), moved, duration));
    }

    private void stopIfCancelled() {
        if (run.isCancelled()) {
            throw run.cancelled(migration, null);
        }
    }

    private JournalStep runWithin() throws StepFailure {
        boolean begun = runner.isBegun();
        if (!begun && !holds(plan.preValidation(), "before")) {
            return skipped();
        }
        if (plan.deferred() || begun) {
            renderAndRun();
        } else {
            for (OperationScript script : runner.grouped(plan.scripts())) {
                run(script);
            }
        }
        TransformPlan transform = plan.transform();
        if (transform != null) {
            long some = runner.move(transform, findings);
            rows += some;
            moved += some;
        }
        if (!holds(plan.postValidation(), "after")) {
            findings.add(new ExpectationCheck(migration, plan.step()).broken("its postValidation did not hold"));
        }
        if (!begun) {
            new ExpectationCheck(migration, plan.step()).check(done, rows).ifPresent(findings::add);
        }
        return journal();
    }

    /** What is done of it so far. */
    JournalStep journal() {
        List<JournalEntry> entries = new ArrayList<>(runner.before());
        done.forEach(script -> entries.addAll(script.inverses()));
        entries.addAll(runner.moved());
        return new JournalStep(plan.step().id(), false, plan.step().rollbackSupported(), entries);
    }

    private JournalStep skipped() {
        run.tell(new ProgressEvent.StepSkipped(migration, plan.step().id(), "its preValidation did not hold"));
        return new JournalStep(plan.step().id(), true, true, List.of());
    }

    private void run(OperationScript script) throws StepFailure {
        stopIfCancelled();
        long some = runner.run(plan.step().id(), script);
        rows += some;
        moved += SqlKind.changesRowsOnly(
                        script.statements().stream().map(Statement::sql).toList())
                ? some
                : 0;
        done.add(script);
    }

    /** Behind opaque SQL: looks at the database before each operation. */
    private void renderAndRun() throws StepFailure {
        StepScripts scripts = new StepRenderer(run.rendering(), migration)
                .open(
                        plan.step(),
                        runner.before().size(),
                        run.live(),
                        plan.definitions().copy(),
                        findings);
        runner.finishInterrupted(scripts.passed());
        scripts.continueFrom(run.live());
        while (scripts.hasNext()) {
            run(scripts.next());
            scripts.continueFrom(run.live());
        }
    }

    /** Whether a validation holds; one that must hold and does not is thrown. */
    private boolean holds(@Nullable ValidationScript script, String when) throws StepFailure {
        if (script == null) {
            return true;
        }
        String found;
        try {
            found = new ValidationRun(run.session(), script).mismatch();
        } catch (SQLException e) {
            throw new StepFailure(plan.step().id(), script.sql(), e);
        }
        if (found.isEmpty()) {
            return true;
        }
        if (script.validation().otherwise() == Validation.Otherwise.SKIP) {
            return false;
        }
        String message = script.validation().message();
        throw new ValidationFailedException(
                "Migration " + migration + ", step " + plan.step().id() + ": the validation "
                        + when + " the step did not hold: " + (message == null ? found : message + " (" + found + ")")
                        + "\n  query: " + script.sql());
    }

    private void limitTime(boolean begin) throws StepFailure {
        Integer seconds = plan.step().timeout();
        if (seconds == null) {
            return;
        }
        Duration limit = begin ? Duration.ofSeconds(seconds) : run.options().statementTimeout();
        try {
            run.session().limit(limit);
        } catch (SQLException e) {
            throw new StepFailure(plan.step().id(), "", e);
        }
    }
}
