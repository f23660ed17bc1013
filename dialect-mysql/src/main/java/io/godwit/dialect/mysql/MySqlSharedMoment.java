package io.godwit.dialect.mysql;

import io.godwit.dialect.SharedMoment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * While one connection has the tables locked for reading, nobody commits a change of them, and the others take their snapshots. Who
 * lacks the privilege LOCK TABLES, tables of another storage engine than InnoDB, which have no snapshots, and connections to
 * several servers leave it at one. A transaction that has written to the tables is not waited for: MariaDB knows NOWAIT. MySQL waits for one
 * second at least, and whoever wants to write waits behind the lock for as long; so the lock is not asked for there while any transaction
 * has locked something, nor by who may not look (PROCESS), and only one that begins in between is waited for.
 */
final class MySqlSharedMoment implements SharedMoment {

    private static final System.Logger LOG = System.getLogger(MySqlSharedMoment.class.getName());
    private static final String SERVER = "SELECT @@hostname, @@port, @@server_id, DATABASE()";

    private static final String WRITERS =
            "SELECT 1 FROM information_schema.innodb_trx WHERE trx_tables_locked > 0 OR trx_rows_modified > 0 LIMIT 1";

    private final boolean isMariaDb;

    MySqlSharedMoment(boolean isMariaDb) {
        this.isMariaDb = isMariaDb;
    }

    @Override
    public boolean begin(Connection first, List<Connection> others, Connection keeper, List<String> tables)
            throws SQLException {
        if (!isOneServer(first, others, keeper) || !haveSnapshots(keeper, tables) || !isLocked(keeper, tables)) {
            return false;
        }
        try {
            if (!isBegun(others)) {
                return false;
            }
            execute(first, "ROLLBACK");
            snapshot(first);
            return true;
        } finally {
            execute(keeper, "UNLOCK TABLES");
        }
    }

    private static boolean isOneServer(Connection first, List<Connection> others, Connection keeper) {
        try {
            String server = row(first, SERVER);
            boolean one = server.equals(row(keeper, SERVER));
            for (Connection other : others) {
                one &= server.equals(row(other, SERVER));
            }
            return one;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the servers of several connections cannot be compared", e);
            return false;
        }
    }

    private static boolean haveSnapshots(Connection keeper, List<String> tables) {
        String others = "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND engine <> 'InnoDB'"
                + " AND table_name IN (" + "?, ".repeat(tables.size() - 1) + "?) LIMIT 1";
        try (PreparedStatement statement = keeper.prepareStatement(others)) {
            for (int at = 0; at < tables.size(); at++) {
                String quoted = tables.get(at);
                statement.setString(
                        at + 1, quoted.substring(1, quoted.length() - 1).replace("``", "`"));
            }
            try (ResultSet row = statement.executeQuery()) {
                return !row.next();
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the storage engines of the tables are not known", e);
            return false;
        }
    }

    private boolean isLocked(Connection keeper, List<String> tables) {
        String lock = "LOCK TABLES " + String.join(" READ, ", tables) + " READ";
        try {
            if (!isMariaDb) {
                if (!row(keeper, WRITERS).isEmpty()) {
                    LOG.log(System.Logger.Level.DEBUG, "the tables are not locked: somebody is writing");
                    return false;
                }
                execute(keeper, "SET SESSION lock_wait_timeout = 1");
            }
            execute(keeper, isMariaDb ? lock + " NOWAIT" : lock);
            return true;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the tables cannot be locked", e);
            return false;
        }
    }

    private static boolean isBegun(List<Connection> others) {
        try {
            for (Connection other : others) {
                snapshot(other);
            }
            return true;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection cannot read beside the others", e);
            return false;
        }
    }

    private static void snapshot(Connection connection) throws SQLException {
        for (String statement : new MySqlTransactions().snapshot()) {
            execute(connection, statement);
        }
    }

    /** The first row as text; empty if there is none. */
    private static String row(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            StringBuilder text = new StringBuilder();
            if (row.next()) {
                for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                    text.append(row.getString(at)).append('\n');
                }
            }
            return text.toString();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
