package io.godwit.dialect.mysql;

import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.FailureKind;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;

/**
 * Reads the server's error numbers, as the manuals' "Server Error Message Reference" (MySQL) and "MariaDB Error Codes" list them:
 * SQLSTATE is HY000 for most. Stateless and thread-safe.
 */
final class MySqlFailures implements FailureClassifier {

    @Override
    public FailureKind classify(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException exception && exception.getErrorCode() > 0) {
                FailureKind kind = classify(exception.getErrorCode());
                return kind == FailureKind.OTHER && isOfTheConnection(exception) ? FailureKind.CONNECTION_LOST : kind;
            }
        }
        if (failure instanceof SQLTimeoutException || isCancelled(failure)) {
            return FailureKind.STATEMENT_TIMEOUT;
        }
        return isOfTheConnection(failure) ? FailureKind.CONNECTION_LOST : FailureKind.OTHER;
    }

    /** MariaDB's driver has numbers of its own for a connection that is closed. */
    private static boolean isOfTheConnection(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLRecoverableException
                || (state != null && state.startsWith("08"));
    }

    /** MySQL's driver tells of a cancelled statement with neither number nor SQLSTATE. */
    private static boolean isCancelled(SQLException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Statement cancelled");
    }

    private static FailureKind classify(int code) {
        return switch (code) {
            case 1213 -> FailureKind.DEADLOCK;
            // MariaDB's ER_CHECKREAD: the record has changed since it was last read (innodb_snapshot_isolation).
            case 1020 -> FailureKind.SERIALIZATION;
            case 1205, 3572 -> FailureKind.LOCK_TIMEOUT;
            // 1317 is KILL QUERY, which is how the drivers' own timeouts arrive; 1969 is MariaDB's max_statement_time.
            case 1317, 3024, 1969 -> FailureKind.STATEMENT_TIMEOUT;
            case 1040,
                    1053,
                    1077,
                    1080,
                    1152,
                    1158,
                    1159,
                    1160,
                    1161,
                    1203,
                    1226,
                    1927,
                    2002,
                    2003,
                    2006,
                    2013,
                    2055,
                    3168 -> FailureKind.CONNECTION_LOST;
            case 1021, 1030, 1041, 1114, 3 -> FailureKind.DISK_FULL;
            case 1044, 1045, 1142, 1143, 1227, 1290, 1370, 1410, 1419 -> FailureKind.PERMISSION;
            case 1064, 1149 -> FailureKind.SYNTAX;
            case 1046, 1049, 1051, 1054, 1072, 1091, 1146, 1176, 1305, 1360, 3821, 3940 -> FailureKind.MISSING_OBJECT;
            case 1007, 1050, 1060, 1061, 1068, 1304, 1359, 1826, 3822 -> FailureKind.DUPLICATE_OBJECT;
            case 1022, 1048, 1062, 1169, 1216, 1217, 1364, 1451, 1452, 1557, 1586, 1761, 1762, 1859, 3819, 4025 ->
                FailureKind.CONSTRAINT;
            default -> FailureKind.OTHER;
        };
    }
}
