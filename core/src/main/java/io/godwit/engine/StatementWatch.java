package io.godwit.engine;

import io.godwit.dialect.SessionSettings;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * Cancels statements that run for too long, where the engine does not do so itself: SQLite has no such setting, and its driver's query
 * timeout is the wait for a lock (sqlite-jdbc sets {@code busy_timeout} by it); MySQL's covers SELECT alone. One thread, a daemon,
 * made when the first limit is set.
 */
final class StatementWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StatementWatch.class.getName());

    /** An engine with a limit of its own gets the time to say so itself: its words are better. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private Duration limit = Duration.ZERO;
    private List<String> settings = List.of();
    private Duration patience = Duration.ZERO;
    private @Nullable Timer timer;
    private @Nullable Cancellation cancellation;

    /** Work with a statement. */
    interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    /**
     * For all statements from now on.
     *
     * @param statementTimeout zero for no limit
     * @param settings says whether the engine stops a statement by itself
     */
    void limit(Duration statementTimeout, SessionSettings settings) {
        limit = statementTimeout;
        this.settings = settings.limit(statementTimeout);
        patience = this.settings.isEmpty() ? limit : limit.plus(GRACE);
    }

    /** What the engine is told of the limit. */
    List<String> settings() {
        return limit.isZero() ? List.of() : settings;
    }

    /** Who may cancel all statements from now on; null for nobody. */
    void cancellable(@Nullable Cancellation by) {
        cancellation = by;
    }

    /** Who may cancel all statements; null for nobody. */
    @Nullable
    Cancellation cancellable() {
        return cancellation;
    }

    <T> T watched(Statement statement, Work<T> work) throws SQLException {
        Cancellation by = cancellation;
        return by == null ? limited(statement, work) : by.during(statement, () -> limited(statement, work));
    }

    private <T> T limited(Statement statement, Work<T> work) throws SQLException {
        if (limit.isZero()) {
            return work.with(statement);
        }
        Deadline deadline = new Deadline(statement);
        timer().schedule(deadline, patience.toMillis());
        try {
            return work.with(statement);
        } catch (SQLException e) {
            throw deadline.passed() ? timedOut(e) : e;
        } finally {
            deadline.passed();
        }
    }

    private SQLTimeoutException timedOut(SQLException e) {
        String words = "the statement was stopped after " + limit.toSeconds() + " s: " + Words.of(e);
        return new SQLTimeoutException(words, e.getSQLState(), e.getErrorCode(), e);
    }

    private Timer timer() {
        if (timer == null) {
            timer = new Timer("godwit-timeout", true);
        }
        return timer;
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel();
        }
    }

    /** One statement's; nothing is cancelled once its end was seen, for the connection may be at the next one then. */
    private static final class Deadline extends TimerTask {

        private final Statement statement;
        private boolean cancelled;
        private boolean over;

        Deadline(Statement statement) {
            this.statement = statement;
        }

        @Override
        public synchronized void run() {
            if (over) {
                return;
            }
            cancelled = true;
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.WARNING, "a statement that ran for too long could not be cancelled", e);
            }
        }

        /** Ends the watch and says whether it had to step in. */
        synchronized boolean passed() {
            over = true;
            cancel();
            return cancelled;
        }
    }
}
