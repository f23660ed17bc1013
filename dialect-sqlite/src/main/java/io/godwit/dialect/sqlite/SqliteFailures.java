package io.godwit.dialect.sqlite;

import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.FailureKind;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;

/** Tells failures by SQLite's result codes (https://sqlite.org/rescode.html), and the general one by its words. */
final class SqliteFailures implements FailureClassifier {

    SqliteFailures() {}

    /** The low byte is the primary code, whether or not the driver gives the extended one. */
    @Override
    public FailureKind classify(SQLException failure) {
        if (isOfTheConnection(failure)) {
            return FailureKind.CONNECTION_LOST;
        }
        return switch (failure.getErrorCode() & 0xff) {
            case 5, 6 -> FailureKind.LOCK_TIMEOUT;
            case 3, 8, 23 -> FailureKind.PERMISSION;
            case 9 -> FailureKind.STATEMENT_TIMEOUT;
            case 13 -> FailureKind.DISK_FULL;
            case 19, 20 -> FailureKind.CONSTRAINT;
            case 0, 1, 21 -> byWords(String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT));
            default -> FailureKind.OTHER;
        };
    }

    /** A file has none to lose; a pool in front of it has. */
    private static boolean isOfTheConnection(SQLException failure) {
        return failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLTransientConnectionException;
    }

    private static FailureKind byWords(String message) {
        if (message.contains("no such ") || message.contains("unknown column")) {
            return FailureKind.MISSING_OBJECT;
        }
        if (message.contains("already exists")
                || message.contains("duplicate column name")
                || message.contains("already another table or index")) {
            return FailureKind.DUPLICATE_OBJECT;
        }
        if (message.contains("syntax error")
                || message.contains("incomplete input")
                || message.contains("unrecognized token")) {
            return FailureKind.SYNTAX;
        }
        if (message.contains("constraint failed") || message.contains("json path")) {
            return FailureKind.CONSTRAINT;
        }
        if (message.contains("database is locked")) {
            return FailureKind.LOCK_TIMEOUT;
        }
        return message.contains("closed") ? FailureKind.CONNECTION_LOST : FailureKind.OTHER;
    }
}
