package io.godwit.dialect.mssql;

import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.FailureKind;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;

/**
 * Reads error numbers, as https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors lists
 * them. Stateless and thread-safe.
 */
final class MsSqlFailures implements FailureClassifier {

    @Override
    public FailureKind classify(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTimeoutException) {
                return FailureKind.STATEMENT_TIMEOUT;
            }
            if (cause instanceof SQLException exception && exception.getErrorCode() != 0) {
                FailureKind kind = classify(exception.getErrorCode());
                return kind == FailureKind.OTHER ? byState(exception) : kind;
            }
        }
        return failure instanceof SQLTransientConnectionException || failure instanceof SQLRecoverableException
                ? FailureKind.CONNECTION_LOST
                : byState(failure);
    }

    private static FailureKind classify(int number) {
        return switch (number) {
            case 1205 -> FailureKind.DEADLOCK;
            case 3960, 3961, 3955, 41302, 41305, 41325, 41301 -> FailureKind.SERIALIZATION;
            case 1222 -> FailureKind.LOCK_TIMEOUT;
            case 1101, 1105, 9002, 3257 -> FailureKind.DISK_FULL;
            case 229, 230, 262, 297, 300, 916, 2760, 4060, 4613, 15151, 15247, 18456 -> FailureKind.PERMISSION;
            // 2812: a batch that begins with a misspelt word is taken for the call of a procedure.
            case 102, 105, 111, 113, 141, 156, 170, 319, 343, 1018, 1038, 10738, 2812, 4145 -> FailureKind.SYNTAX;
            case 207,
                    208,
                    209,
                    911,
                    1767,
                    1911,
                    195,
                    2715,
                    3701,
                    3702,
                    3728,
                    4121,
                    4902,
                    4922,
                    4924,
                    15225,
                    15248,
                    15233 -> FailureKind.MISSING_OBJECT;
            case 1779, 1781, 1801, 1913, 2705, 2714, 2759, 4506, 15335 -> FailureKind.DUPLICATE_OBJECT;
            case 515, 547, 1505, 2601, 2627, 334, 8111 -> FailureKind.CONSTRAINT;
            case 121, 233, 596, 6005, 10053, 10054, 10060, 17142, 40197, 40501, 40613, 49918 ->
                FailureKind.CONNECTION_LOST;
            default -> FailureKind.OTHER;
        };
    }

    /** What the driver says without the server: a lost connection, or a statement that it cancelled. */
    private static FailureKind byState(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return FailureKind.OTHER;
        }
        return state.startsWith("08")
                ? FailureKind.CONNECTION_LOST
                : state.equals("HY008") || state.equals("HYT00") ? FailureKind.STATEMENT_TIMEOUT : FailureKind.OTHER;
    }
}
