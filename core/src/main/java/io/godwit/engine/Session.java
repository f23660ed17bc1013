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
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One connection of the host, in autocommit mode and told how to behave for as long as this is open. For one thread. */
public final class Session implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    private static final int PATIENCE_SECONDS = 5;

    private static final int PREPARATION_MILLIS = 30_000;

    /** No network timeout was set. */
    private static final int UNCHANGED = -1;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final Duration lockTimeout;
    private final StatementWatch watch = new StatementWatch();
    private final Failpoint failpoint;
    private final AtomicLong turns = new AtomicLong();
    private volatile Connection connection;
    private volatile @Nullable BooleanSupplier lease;
    private boolean autoCommitBefore;
    private List<String> restore = List.of();
    private int networkTimeoutBefore = UNCHANGED;

    private Session(DataSource dataSource, Connection connection, Dialect dialect, Duration lockTimeout) {
        this.dataSource = dataSource;
        this.connection = connection;
        this.dialect = dialect;
        this.lockTimeout = lockTimeout;
        this.failpoint = Failpoint.of(dataSource);
    }

    /**
     * Takes a connection and settles its dialect.
     *
     * @param lockTimeout how long one statement may wait for a lock
     * @throws DatabaseUnavailableException if there is no connection to be had
     */
    public static Session open(DataSource dataSource, DialectFinder dialects, Duration lockTimeout) {
        return new Connecting(dataSource, Duration.ZERO).connect(connection -> {
            Session session = new Session(dataSource, connection, dialects.forDatabase(connection), lockTimeout);
            session.prepare();
            return session;
        });
    }

    /** As the other, for a run: a session that waits inside the database only where the work transaction is the lock. */
    static Session open(DataSource dataSource, DialectFinder dialects, RunOptions options) {
        return new Connecting(dataSource, options.retries().connect()).connect(connection -> {
            Dialect dialect = dialects.forDatabase(connection);
            Duration wait = dialect.supports(Feature.SINGLE_WRITER) ? options.lockWait() : options.lockTimeout();
            Session session = new Session(dataSource, connection, dialect, wait);
            session.watch(options.statementTimeout());
            session.prepare();
            return session;
        });
    }

    /** What is asked here is answered at once, or never. */
    private void prepare() throws SQLException {
        int before = dialect.supports(Feature.SINGLE_WRITER) ? UNCHANGED : connection.getNetworkTimeout();
        if (before != UNCHANGED) {
            connection.setNetworkTimeout(Runnable::run, PREPARATION_MILLIS);
        }
        told();
        if (before != UNCHANGED) {
            connection.setNetworkTimeout(Runnable::run, before);
        }
    }

    private void told() throws SQLException {
        autoCommitBefore = connection.getAutoCommit();
        if (!autoCommitBefore) {
            connection.setAutoCommit(true);
        }
        restore = dialect.settings().restore(connection);
        dialect.settings().prepare(connection);
        together(dialect.settings().open(lockTimeout));
        together(watch.settings());
    }

    /**
     * After an error: takes another connection in place of this one, of which nobody knows what it is worth, and tells it the same. An
     * engine inside the process keeps its connection: it may be all that there is of the database.
     *
     * @param patience for how long a connection is tried for
     * @throws DatabaseUnavailableException if there is none to be had
     */
    void renew(Duration patience) {
        if (dialect.supports(Feature.SINGLE_WRITER) && isAlive()) {
            return;
        }
        discard(connection);
        connection = new Connecting(dataSource, patience).connect(other -> {
            connection = other;
            prepare();
            return other;
        });
    }

    /** As {@link #renew}, where going on without does no harm. */
    void renewQuietly(Duration patience) {
        try {
            renew(patience);
        } catch (DatabaseUnavailableException e) {
            LOG.log(System.Logger.Level.DEBUG, "no connection in place of the one that failed", e);
        }
    }

    /** Whether the connection answers, within five seconds. */
    boolean isAlive() {
        try {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the connection cannot be asked whether it lives", e);
            return false;
        }
    }

    /** A pool must not get it back as if it were sound. */
    private static void discard(Connection connection) {
        abort(connection);
        closeQuietly(connection);
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the connection could not be aborted", e);
        }
    }

    static DatabaseUnavailableException unavailable(SQLException e) {
        return new DatabaseUnavailableException(
                "The database cannot be reached: " + Words.of(e)
                        + ". Nothing was changed. Check the address, the login and that the server runs.",
                e);
    }

    /** Whether nothing more can be done with the connection on which something failed so. */
    boolean isLost(SQLException failure) {
        return dialect.failures().classify(failure) == FailureKind.CONNECTION_LOST;
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

    /** For tests alone: a boundary between what is done and what is to be done. */
    void reached(String boundary) {
        failpoint.reached(boundary);
    }

    /** Runs one statement and says how many rows it changed; 0 for those that change none. */
    long execute(String sql) throws SQLException {
        checkLease();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            turns.incrementAndGet();
            return watch.watched(statement, running -> {
                running.execute(sql);
                return Math.max(0, running.getUpdateCount());
            });
        } finally {
            endTurn();
        }
    }

    /** The statement itself may not have been reached. */
    private void endTurn() {
        turns.updateAndGet(turn -> turn + turn % 2);
    }

    /** From now on nothing is sent once this is false; null for always. */
    void onlyWhile(@Nullable BooleanSupplier leased) {
        lease = leased;
    }

    /** The connection goes with the lease: whatever was not committed is rolled back. */
    private void checkLease() throws SQLException {
        BooleanSupplier leased = lease;
        if (leased != null && !leased.getAsBoolean()) {
            lease = null;
            abort();
            throw new SQLNonTransientConnectionException("the lease of the lock could not be renewed in time", "08003");
        }
    }

    /** Odd while an answer is waited for, and another number for each statement. */
    long turn() {
        return turns.get();
    }

    /** From another thread: what waits for an answer fails, for its connection is lost. */
    void abort() {
        abort(connection);
    }

    /** From now on no answer is waited for longer; for a session that asks for nothing that takes long. */
    void expectAnswersWithin(Duration patience) throws SQLException {
        networkTimeoutBefore = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
    }

    /** What is asked of the database. */
    public interface Asking<T> {
        T ask() throws SQLException;
    }

    /**
     * Asks with no answer waited for longer than so, as {@link #expectAnswersWithin} does, and gives the connection back its own patience
     * afterwards. An engine inside the process has no network.
     *
     * @param patience zero for as long as it takes
     */
    public <T> T answeredWithin(Duration patience, Asking<T> asking) throws SQLException {
        if (patience.isZero() || dialect.supports(Feature.SINGLE_WRITER)) {
            return asking.ask();
        }
        Connection asked = connection;
        int before = asked.getNetworkTimeout();
        asked.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
        try {
            return asking.ask();
        } finally {
            answeredAsBefore(asked, before);
        }
    }

    /** A connection that is lost has no patience to be given back. */
    private static void answeredAsBefore(Connection asked, int before) {
        try {
            asked.setNetworkTimeout(Runnable::run, before);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the connection's patience could not be put back", e);
        }
    }

    /** The server ends this session once it is sent nothing for so long; zero for as long as the host has it. */
    void idle(Duration patience) throws SQLException {
        together(dialect.settings().idle(patience));
    }

    /** Runs one statement that answers with no rows: Connector/J asks the server whether it may, before any that might. */
    void update(String sql) throws SQLException {
        checkLease();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            turns.incrementAndGet();
            watch.watched(statement, running -> running.executeUpdate(sql));
        } finally {
            endTurn();
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

    /** Who may cancel all statements from now on; null for nobody, as for those that roll back or record a failure. */
    void cancellable(@Nullable Cancellation by) {
        watch.cancellable(by);
    }

    /** Runs what nobody may cancel, such as a way back. */
    void uncancelled(Runnable work) {
        Cancellation by = watch.cancellable();
        watch.cancellable(null);
        try {
            work.run();
        } finally {
            watch.cancellable(by);
        }
    }

    /** Runs something else with a statement, within the same bounds. */
    <T> T query(StatementWatch.Work<T> work) throws SQLException {
        checkLease();
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
            if (networkTimeoutBefore != UNCHANGED) {
                connection.setNetworkTimeout(Runnable::run, networkTimeoutBefore);
            }
            if (!autoCommitBefore) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the session's settings could not be put back", e);
        }
        closeQuietly(connection);
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the connection could not be closed", e);
        }
    }
}
