package io.godwit.dialect.sqlite;

import io.godwit.dialect.SharedMoment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Nobody can commit while one connection holds the write lock, in any journal mode, and a transaction sees what is there at its first
 * query (https://sqlite.org/isolation.html). What is in memory no other connection has; a file that cannot be written has no such lock.
 */
final class SqliteSharedMoment implements SharedMoment {

    private static final System.Logger LOG = System.getLogger(SqliteSharedMoment.class.getName());

    /** How long another writer is waited for; nobody waits for us meanwhile. */
    private static final String PATIENCE = "PRAGMA busy_timeout = 1000";

    @Override
    public boolean begin(Connection first, List<Connection> others, Connection keeper, List<String> tables)
            throws SQLException {
        execute(first, "ROLLBACK");
        boolean locked = isOneFile(first, others, keeper) && isLocked(keeper);
        try {
            boolean begun = locked && isBegun(others);
            execute(first, "BEGIN");
            if (begun) {
                look(first);
            }
            return begun;
        } finally {
            if (locked) {
                execute(keeper, "ROLLBACK");
            }
        }
    }

    private static boolean isOneFile(Connection first, List<Connection> others, Connection keeper) {
        try {
            String file = SqliteDatabaseFile.file(first);
            boolean one = !file.isEmpty() && file.equals(SqliteDatabaseFile.file(keeper));
            for (Connection other : others) {
                one &= file.equals(SqliteDatabaseFile.file(other));
            }
            return one;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the file of the database is not known", e);
            return false;
        }
    }

    private static boolean isLocked(Connection keeper) {
        try {
            execute(keeper, PATIENCE);
            execute(keeper, "BEGIN IMMEDIATE");
            return true;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the write lock is not to be had", e);
            return false;
        }
    }

    private static boolean isBegun(List<Connection> others) {
        try {
            for (Connection other : others) {
                execute(other, "BEGIN");
                look(other);
            }
            return true;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection cannot read beside the others", e);
            return false;
        }
    }

    /** The first query, and not BEGIN, is what begins. */
    private static void look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            row.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
