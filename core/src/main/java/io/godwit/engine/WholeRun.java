package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.failure.GodwitException;
import io.godwit.plan.Finding;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.StepPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a migration as one transaction: first as one message where the engine can, and where that fails statement by statement,
 * to find the one that is to blame.
 */
final class WholeRun implements MigrationRun {

    private static final String ROLLED_BACK = "as it was before this migration: its transaction was rolled back";

    private final Run run;
    private final MigrationPlan plan;
    private final List<Finding> findings;
    private final FailureRecord failures;

    WholeRun(Run run, MigrationPlan plan, List<Finding> findings) {
        this.run = run;
        this.plan = plan;
        this.findings = findings;
        this.failures = new FailureRecord(run, plan);
    }

    @Override
    public Result run() throws Setback {
        if (OneMessage.suits(run, plan) && oneMessage()) {
            return Result.DONE;
        }
        WorkTransaction transaction = new WorkTransaction(run.session(), plan.statements());
        try {
            return attempt(transaction);
        } catch (StepFailure failure) {
            transaction.rollback();
            if (isOvertaken()) {
                return Result.STALE;
            }
            if (run.mayPass(failure.cause())) {
                throw setback(failure);
            }
            throw failed(failure);
        } catch (GodwitException e) {
            transaction.rollback();
            if (isOvertaken()) {
                return Result.STALE;
            }
            throw failures.other(e);
        }
    }

    private boolean oneMessage() throws Setback {
        try {
            return new OneMessage(run, plan).succeeds();
        } catch (SQLException lost) {
            throw setback(new StepFailure("", "", lost));
        }
    }

    private Setback setback(StepFailure failure) {
        return new Setback(plan, failure, doubt -> failures.statement(failure, doubt.isEmpty() ? ROLLED_BACK : doubt));
    }

    private GodwitException failed(StepFailure failure) {
        run.session().renewQuietly(run.options().retries().reconnect());
        return failures.statement(failure, ROLLED_BACK);
    }

    private Result attempt(WorkTransaction transaction) throws StepFailure {
        long started = System.nanoTime();
        begin(transaction);
        List<JournalStep> steps = new ArrayList<>();
        for (StepPlan step : plan.steps()) {
            run.tell(new ProgressEvent.StepStarted(plan.id(), step.step().id()));
            steps.add(new StepRun(run, plan.id(), step, findings).run());
        }
        HistoryEntry entry = new HistoryEntry(run, plan, started);
        close(transaction, entry, new Journal(steps));
        entry.committed();
        return Result.DONE;
    }

    private void begin(WorkTransaction transaction) throws StepFailure {
        try {
            transaction.begin();
        } catch (SQLException e) {
            throw new StepFailure("", "", e);
        }
    }

    /**
     * Whether somebody else has written since, where the transaction itself is the lock. It need not be asked before: whoever was
     * overtaken cannot write the next entry of the audit trail, for its number is taken.
     */
    private boolean isOvertaken() {
        try {
            return run.session().dialect().supports(Feature.SINGLE_WRITER) && !run.stillCurrent();
        } catch (SQLException e) {
            return false;
        }
    }

    private void close(WorkTransaction transaction, HistoryEntry entry, Journal journal) throws StepFailure {
        try {
            String violation = transaction.violation();
            if (!violation.isEmpty()) {
                throw new SQLException("foreign keys would be broken: " + violation, "23000");
            }
            run.session().reached("before the migration's record");
            for (String statement : entry.statements(journal)) {
                run.session().execute(statement);
            }
            transaction.commit();
        } catch (SQLException e) {
            throw new StepFailure("", "", e);
        }
    }
}
