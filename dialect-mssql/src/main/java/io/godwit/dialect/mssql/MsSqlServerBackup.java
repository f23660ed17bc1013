package io.godwit.dialect.mssql;

import io.godwit.dialect.ServerBackup;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * BACKUP DATABASE with checksums of its pages, then RESTORE VERIFYONLY. COPY_ONLY leaves the host's own chain of backups as it is
 * (https://learn.microsoft.com/sql/t-sql/statements/backup-transact-sql). Stateless and thread-safe.
 */
final class MsSqlServerBackup implements ServerBackup {

    @Override
    public void write(Connection connection, String file) throws SQLException {
        run(
                connection,
                "BACKUP DATABASE " + name(connection) + " TO DISK = " + text(file)
                        + " WITH COPY_ONLY, CHECKSUM, FORMAT, INIT");
        run(connection, "RESTORE VERIFYONLY FROM DISK = " + text(file) + " WITH CHECKSUM");
    }

    /** Whoever is connected would stand against it. */
    @Override
    public List<String> restoring(Connection connection, String file) throws SQLException {
        String name = name(connection);
        return List.of(
                "ALTER DATABASE " + name + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
                "RESTORE DATABASE " + name + " FROM DISK = " + text(file) + " WITH REPLACE, CHECKSUM",
                "ALTER DATABASE " + name + " SET MULTI_USER");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static String name(Connection connection) throws SQLException {
        return "[" + connection.getCatalog().replace("]", "]]") + "]";
    }

    private static String text(String file) {
        return "N'" + file.replace("'", "''") + "'";
    }
}
