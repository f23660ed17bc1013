package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.failure.GodwitException;
import io.godwit.history.AuditHead;
import io.godwit.plan.Finding;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.StepPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One transaction that many migrations share: all are applied, or none. */
final class SharedTransaction {

    private static final String AS_BEFORE = "as it was before this run: its one transaction was rolled back";

    private final Run run;
    private final WorkTransaction transaction;
    private final AuditHead before;
    private @Nullable MigrationPlan last;

    SharedTransaction(Run run, WorkTransaction transaction) {
        this.run = run;
        this.transaction = transaction;
        this.before = run.head();
    }

    /** False if somebody else has written meanwhile. */
    boolean begin() {
        try {
            transaction.begin();
            if (!run.session().dialect().supports(Feature.SINGLE_WRITER) || run.stillCurrent()) {
                return true;
            }
            transaction.rollback();
            return false;
        } catch (SQLException e) {
            transaction.rollback();
            throw Session.unavailable(e);
        }
    }

    /** Does something that comes before the migrations. */
    void first(WorkTransaction.Work preparation) throws SQLException {
        try {
            preparation.run();
        } catch (SQLException | GodwitException e) {
            back();
            throw e;
        }
    }

    void run(MigrationPlan plan, List<Finding> findings) throws Setback {
        last = plan;
        long started = System.nanoTime();
        try {
            List<JournalStep> steps = new ArrayList<>();
            for (StepPlan step : plan.steps()) {
                steps.add(new StepRun(run, plan.id(), step, findings).run());
            }
            HistoryEntry entry = new HistoryEntry(run, plan, started);
            run.session().together(entry.statements(new Journal(steps)));
            entry.committed();
        } catch (StepFailure failure) {
            failed(plan, failure);
        } catch (SQLException e) {
            failed(plan, new StepFailure("", "", e));
        } catch (GodwitException e) {
            back();
            throw new FailureRecord(run, plan).other(e);
        }
    }

    void commit() throws Setback {
        try {
            String violation = transaction.violation();
            if (!violation.isEmpty()) {
                throw new SQLException("foreign keys would be broken: " + violation, "23000");
            }
            transaction.commit();
        } catch (SQLException e) {
            MigrationPlan plan = last;
            if (plan == null) {
                throw Session.unavailable(e);
            }
            failed(plan, new StepFailure("", "", e));
        }
    }

    private void failed(MigrationPlan plan, StepFailure failure) throws Setback {
        back();
        FailureRecord failures = new FailureRecord(run, plan);
        if (run.mayPass(failure.cause())) {
            throw new Setback(plan, failure, doubt -> failures.statement(failure, doubt.isEmpty() ? AS_BEFORE : doubt));
        }
        run.session().renewQuietly(run.options().retries().reconnect());
        throw failures.statement(failure, AS_BEFORE);
    }

    private void back() {
        transaction.rollback();
        run.backTo(before);
    }
}
