package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureKind;
import io.godwit.failure.GodwitException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.StatementFailedException;
import io.godwit.failure.StatementFailure;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/** Turns a driver's exception into one that says where, what the database looks like now, and what to do next. */
final class Failures {

    private static final String PARTIAL_STATE =
            "the migration is partial: some of its steps are done, and godwit repair --dry-run says which";

    private final Dialect dialect;
    private final String migration;

    Failures(Dialect dialect, String migration) {
        this.dialect = dialect;
        this.migration = migration;
    }

    FailureKind kind(SQLException cause) {
        return cause instanceof SQLTimeoutException
                ? FailureKind.STATEMENT_TIMEOUT
                : dialect.failures().classify(cause);
    }

    StatementFailedException failed(StepFailure failure, String databaseState) {
        FailureKind kind = kind(failure.cause());
        return new StatementFailedException(
                statement(failure, databaseState), kind == FailureKind.PERMISSION, kind.next() + ".", failure.cause());
    }

    /** A failure after which the migration is done in part. */
    RepairNeededException partial(StepFailure failure, String obstacle) {
        StatementFailure statement = statement(failure, PARTIAL_STATE);
        return new RepairNeededException(
                partial(
                        failure.step(),
                        statement.message(),
                        statement.sqlState(),
                        statement.shownStatement(),
                        obstacle),
                statement,
                failure.cause());
    }

    /** A failure that no statement is to blame for, after which the migration is done in part. */
    RepairNeededException partial(GodwitException failure, String obstacle) {
        return new RepairNeededException(partial("", String.valueOf(failure.getMessage()), "", "", obstacle), failure);
    }

    private String partial(String step, String message, String sqlState, String statement, String obstacle) {
        return "Migration " + migration + (step.isEmpty() ? "" : ", step " + step) + " failed: " + message
                + (sqlState.isEmpty() ? "" : " (SQLSTATE " + sqlState + ")")
                + (statement.isEmpty() ? "" : "\n  statement: " + statement)
                + "\n  database: " + PARTIAL_STATE + ": " + obstacle
                + "\n  next: correct the cause and run again, which goes on with the step that failed; or choose another way"
                + " out with:  godwit repair --dry-run";
    }

    StatementFailure statement(StepFailure failure, String databaseState) {
        SQLException cause = failure.cause();
        String state = cause.getSQLState();
        return new StatementFailure(
                migration,
                failure.step(),
                failure.statement(),
                state == null ? "" : state,
                cause.getErrorCode(),
                String.valueOf(cause.getMessage()).strip(),
                databaseState);
    }
}
