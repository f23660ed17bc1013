package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureKind;
import io.godwit.failure.StatementFailedException;
import io.godwit.failure.StatementFailure;
import java.sql.SQLException;

/** Turns a driver's exception into one that says where, what the database looks like now, and what to do next. */
final class Failures {

    private final Dialect dialect;
    private final String migration;

    Failures(Dialect dialect, String migration) {
        this.dialect = dialect;
        this.migration = migration;
    }

    FailureKind kind(SQLException cause) {
        return dialect.failures().classify(cause);
    }

    StatementFailedException failed(StepFailure failure, String databaseState) {
        SQLException cause = failure.cause();
        String state = cause.getSQLState();
        return new StatementFailedException(
                new StatementFailure(
                        migration,
                        failure.step(),
                        failure.statement(),
                        state == null ? "" : state,
                        cause.getErrorCode(),
                        String.valueOf(cause.getMessage()).strip(),
                        databaseState),
                kind(cause).next() + ".",
                cause);
    }
}
