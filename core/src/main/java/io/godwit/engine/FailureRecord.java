package io.godwit.engine;

import io.godwit.dialect.FailureKind;
import io.godwit.failure.GodwitException;
import io.godwit.failure.RunCancelledException;
import io.godwit.failure.ValidationFailedException;
import io.godwit.history.AuditEntry;
import io.godwit.history.StatisticsCount;
import io.godwit.plan.Direction;
import io.godwit.plan.MigrationPlan;
import java.sql.SQLException;
import java.util.Locale;

/** Writes into the audit trail that a migration failed; the only trace that a failed migration leaves. */
final class FailureRecord {

    private static final System.Logger LOG = System.getLogger(FailureRecord.class.getName());
    private static final int LONGEST_DETAIL = 4000;

    private final Run run;
    private final MigrationPlan plan;

    FailureRecord(Run run, MigrationPlan plan) {
        this.run = run;
        this.plan = plan;
    }

    /** Records a failed statement and says what to throw. */
    GodwitException statement(StepFailure failure, String databaseState) {
        return other(new Failures(run.session().dialect(), plan.id()).failed(failure, databaseState));
    }

    /** Records a failed statement that left the migration done in part, and says what to throw. */
    GodwitException partial(StepFailure failure, String obstacle) {
        return other(new Failures(run.session().dialect(), plan.id()).partial(failure, obstacle));
    }

    /** Records any other failure that left the migration done in part, and says what to throw. */
    GodwitException partial(GodwitException failure, String obstacle) {
        return other(new Failures(run.session().dialect(), plan.id()).partial(failure, obstacle));
    }

    /** Records any other failure and says what to throw: the same. */
    GodwitException other(GodwitException failure) {
        return recorded(plan.direction() == Direction.DOWN ? "rollback" : "apply", failure);
    }

    /** Records that the backup before it could not be taken, and says what to throw: the same. */
    GodwitException backup(GodwitException failure) {
        return recorded("backup", failure);
    }

    /** As the statistics count it. */
    private String kind(GodwitException failure) {
        if (failure.getCause() instanceof SQLException cause) {
            FailureKind kind = new Failures(run.session().dialect(), plan.id()).kind(cause);
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return failure instanceof ValidationFailedException ? "validation" : "other";
    }

    private GodwitException recorded(String action, GodwitException failure) {
        String message = String.valueOf(failure.getMessage());
        String detail = message.length() <= LONGEST_DETAIL ? message : message.substring(0, LONGEST_DETAIL);
        String outcome = failure instanceof RunCancelledException ? "cancelled" : "failed";
        AuditEntry entry =
                run.next(action, plan.migration(), outcome, detail + "\n" + StatisticsCount.KIND + kind(failure));
        try {
            new SmallTransaction(run.session())
                    .run(run.waiting().with(run.writer().audit(entry)));
            run.waiting().written();
            run.committed(entry);
        } catch (SQLException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the failure of " + plan.id() + " could not be recorded: " + e.getMessage());
            LOG.log(System.Logger.Level.DEBUG, "why it could not be recorded", e);
        }
        run.tell(new ProgressEvent.MigrationFailed(plan.id(), message));
        return failure;
    }
}
