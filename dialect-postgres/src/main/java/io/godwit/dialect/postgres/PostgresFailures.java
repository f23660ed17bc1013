package io.godwit.dialect.postgres;

import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.FailureKind;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads SQLSTATE, as the manual's appendix "PostgreSQL Error Codes" lists it. Stateless and thread-safe. */
final class PostgresFailures implements FailureClassifier {

    @Override
    public FailureKind classify(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException exception) {
                String state = exception.getSQLState();
                if (state != null && state.length() == 5) {
                    return classify(state, exception.getMessage());
                }
            }
        }
        return failure instanceof SQLTransientConnectionException || failure instanceof SQLRecoverableException
                ? FailureKind.CONNECTION_LOST
                : FailureKind.OTHER;
    }

    private static FailureKind classify(String state, @Nullable String message) {
        return switch (state) {
            case "40P01" -> FailureKind.DEADLOCK;
            case "40001" -> FailureKind.SERIALIZATION;
            case "55P03" -> FailureKind.LOCK_TIMEOUT;
            // 57014 is also a cancel request, which is how the driver's own timeout arrives.
            case "57014", "25P04" -> FailureKind.STATEMENT_TIMEOUT;
            case "57P01", "57P02", "57P03", "57P05", "25P03", "53300" -> FailureKind.CONNECTION_LOST;
            case "53100" -> FailureKind.DISK_FULL;
            case "42501" -> FailureKind.PERMISSION;
            case "42601" -> FailureKind.SYNTAX;
            case "42P01", "42703", "42704", "42883", "3F000", "3D000", "42P02" -> FailureKind.MISSING_OBJECT;
            case "42P07", "42701", "42710", "42P06", "42723", "42P04" -> FailureKind.DUPLICATE_OBJECT;
            case "23505" -> isCatalog(message) ? FailureKind.DUPLICATE_OBJECT : FailureKind.CONSTRAINT;
            // Two sessions altered one catalog row, as concurrent GRANTs do; the server has no code of its own for it.
            case "XX000" ->
                message != null && message.contains("tuple concurrently")
                        ? FailureKind.SERIALIZATION
                        : FailureKind.OTHER;
            default -> byClass(state.substring(0, 2).toUpperCase(Locale.ROOT));
        };
    }

    private static FailureKind byClass(String stateClass) {
        return switch (stateClass) {
            case "08" -> FailureKind.CONNECTION_LOST;
            case "28" -> FailureKind.PERMISSION;
            case "23" -> FailureKind.CONSTRAINT;
            default -> FailureKind.OTHER;
        };
    }

    /** Two sessions that make one object at once meet in a unique index of the catalog. */
    private static boolean isCatalog(@Nullable String message) {
        return message != null && message.contains("\"pg_");
    }
}
