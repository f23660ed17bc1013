package io.godwit.engine;

import io.godwit.dialect.DatabaseFile;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.failure.GodwitException;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps other runners out while something is done; where the work transaction is the lock, that alone does. Thread-safe. */
public final class ExclusiveWork {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final RunOptions options;

    public ExclusiveWork(DataSource dataSource, DialectFinder dialects, RunOptions options) {
        this.dataSource = dataSource;
        this.dialects = dialects;
        this.options = options;
    }

    /** What is done meanwhile. */
    interface Work {
        void run(HeldLock lock) throws SQLException;
    }

    /**
     * Does it under the lock.
     *
     * @param session the one that works; the lock has a connection of its own
     * @throws io.godwit.failure.LockTimeoutException if another runner holds the lock for longer than {@code wait}
     */
    void run(Session session, Duration wait, Work work) throws SQLException {
        if (session.dialect().supports(Feature.SINGLE_WRITER)) {
            runAlone(session, wait, work);
            return;
        }
        RunLock lock = RunLock.acquire(() -> LockSession.open(dataSource, dialects), session, wait, options);
        try {
            session.reached("lock taken");
            if (lock.isTakenOver()) {
                fenceOff(session);
            }
            work.run(lock);
        } catch (GodwitException e) {
            throw lock.cause(e);
        } finally {
            lock.close();
        }
        session.reached("lock released");
    }

    /** Where the transaction is the lock, that of one part of a run does not keep others out of the next. */
    private void runAlone(Session session, Duration wait, Work work) throws SQLException {
        DatabaseFile file = session.dialect().file().orElse(null);
        if (file == null) {
            work.run(HeldLock.TRANSACTION);
            return;
        }
        try (RunHold hold = new RunHold(file)) {
            new LockPoll(wait, options).acquire(hold, session, RunLock.KEY, RunLock::held);
            work.run(HeldLock.TRANSACTION);
        }
    }

    /** Before anything is read: from then on nothing of the run before can be recorded, and what is on its way is over. */
    private void fenceOff(Session session) throws SQLException {
        Dialect dialect = session.dialect();
        if (new HistoryReader(dialect, session.connection()).isThere()) {
            HistoryWriter writer = new HistoryWriter(dialect, UUID.randomUUID().toString());
            session.execute(writer.begin(options.actor(), Run.now()));
        }
    }
}
