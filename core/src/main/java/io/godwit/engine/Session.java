package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Feature;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PrivilegeMissingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** One connection of the host, in autocommit mode and told how to behave for as long as this is open. For one thread. */
public final class Session implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    private final Connection connection;
    private final Dialect dialect;
    private final boolean autoCommitBefore;
    private final List<String> restore;
    private final StatementWatch watch = new StatementWatch();

    private Session(Connection connection, Dialect dialect, boolean autoCommitBefore) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.autoCommitBefore = autoCommitBefore;
        this.restore = dialect.settings().restore(connection);
    }

    /**
     * Takes a connection and settles its dialect.
     *
     * @param lockTimeout how long one statement may wait for a lock
     * @throws DatabaseUnavailableException if there is no connection to be had
     */
    public static Session open(DataSource dataSource, DialectFinder dialects, Duration lockTimeout) {
        Connection connection = connect(dataSource);
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            Session session = new Session(connection, dialects.forDatabase(connection), autoCommit);
            session.dialect.settings().prepare(connection);
            session.together(session.dialect.settings().open(lockTimeout));
            return session;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw unavailable(e);
        } catch (RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static Connection connect(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    static DatabaseUnavailableException unavailable(SQLException e) {
        return new DatabaseUnavailableException(
                "The database cannot be reached: " + Words.of(e)
                        + ". Nothing was changed. Check the address, the login and that the server runs.",
                e);
    }

    /** What a failure means that came while only reading. */
    public GodwitException unreadable(SQLException e) {
        return dialect.failures().classify(e) == FailureKind.PERMISSION
                ? forbidden(e)
                : new DatabaseUnavailableException(
                        "The history could not be read: " + Words.of(e) + "\nNothing was changed.", e);
    }

    static PrivilegeMissingException forbidden(SQLException e) {
        return new PrivilegeMissingException(
                "The login may not do what is needed: " + Words.of(e)
                        + ". Nothing was changed. Grant the login what it lacks, then run again.",
                e);
    }

    public Connection connection() {
        return connection;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Runs one statement and says how many rows it changed; 0 for those that change none. */
    long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return watch.watched(statement, running -> {
                running.execute(sql);
                return Math.max(0, running.getUpdateCount());
            });
        }
    }

    /** Runs one statement that answers with no rows: Connector/J asks the server whether it may, before any that might. */
    void update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            watch.watched(statement, running -> running.executeUpdate(sql));
        }
    }

    /** Bounds every statement from now on; zero for no limit. */
    void limit(Duration statementTimeout) throws SQLException {
        watch.limit(Duration.ZERO, dialect.settings());
        together(dialect.settings().limit(statementTimeout));
        watch.limit(statementTimeout, dialect.settings());
    }

    /** As {@link #limit}, after a failure: what the engine itself was told goes with the transaction. */
    void watch(Duration statementTimeout) {
        watch.limit(statementTimeout, dialect.settings());
    }

    /** Runs something else with a statement, within the same bounds. */
    <T> T query(StatementWatch.Work<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return watch.watched(statement, work);
        }
    }

    /** Runs statements in one message where the engine can, else one by one. */
    void together(List<String> statements) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        if (dialect.supports(Feature.STATEMENTS_IN_ONE_MESSAGE)) {
            execute(String.join(";\n", statements));
        } else {
            for (String statement : statements) {
                execute(statement);
            }
        }
    }

    /** The first row of a query as text, its columns apart by commas; empty if there is none. */
    String firstRow(String sql) throws SQLException {
        return query(statement -> {
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? row(rows) : "";
            }
        });
    }

    private static String row(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(i == 1 ? "" : ", ").append(row.getString(i));
        }
        return text.isEmpty() ? " " : text.toString();
    }

    /** Gives the connection back as it was. */
    @Override
    public void close() {
        watch.close();
        try {
            watch.limit(Duration.ZERO, dialect.settings());
            together(restore);
            if (!autoCommitBefore) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the session's settings could not be put back", e);
        }
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the connection could not be closed", e);
        }
    }
}
