package io.godwit.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops runs from another thread: the statement that is running is cancelled, what the migration has done is rolled back or taken
 * back, the lock is given up, and the audit trail says so. Migrations that were done before stay; the next run goes on behind them.
 * Interrupting the thread of a run does the same, between two statements.
 *
 * <p>Once, and for good: runs that begin later with the same token do not begin. Thread-safe.
 */
public final class Cancellation {

    private static final System.Logger LOG = System.getLogger(Cancellation.class.getName());

    private final List<Statement> running = new ArrayList<>();
    private boolean cancelled;
    private int runs;

    /** A token that has not been used. */
    public Cancellation() {
        // nothing runs yet
    }

    /** Work of which one statement is running. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Stops what runs; returns before it has stopped. A second call does nothing. */
    public synchronized void cancel() {
        if (cancelled) {
            return;
        }
        cancelled = true;
        for (Statement statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.WARNING, "a statement could not be cancelled: " + e.getMessage());
            }
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Whether there is a run that it would stop. */
    public synchronized boolean isHeard() {
        return runs > 0;
    }

    synchronized void runBegins() {
        runs++;
    }

    synchronized void runEnds() {
        runs--;
    }

    /** Where a statement may be cancelled; once its end was seen, nothing is, for its connection may be at the next one then. */
    <T> T during(Statement statement, Work<T> work) throws SQLException {
        begin(statement);
        try {
            return work.run();
        } finally {
            end(statement);
        }
    }

    private synchronized void begin(Statement statement) throws SQLException {
        if (cancelled) {
            throw new SQLException("the run was cancelled before the statement", "57014");
        }
        running.add(statement);
    }

    private synchronized void end(Statement statement) {
        running.remove(statement);
    }
}
