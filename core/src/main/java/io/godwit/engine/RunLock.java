package io.godwit.engine;

import io.godwit.dialect.SessionLock;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.LockTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps other runners out, on a session of its own. For one thread. */
final class RunLock implements HeldLock {

    /** One history in one database, one lock. */
    static final String KEY = "godwit";

    private static final System.Logger LOG = System.getLogger(RunLock.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final Supplier<Session> sessions;
    private final Duration wait;
    private final ProgressListener listener;
    private Session session;

    private RunLock(Supplier<Session> sessions, Duration wait, ProgressListener listener) {
        this.sessions = sessions;
        this.wait = wait;
        this.listener = listener;
        this.session = sessions.get();
    }

    /**
     * Waits until the lock is held.
     *
     * @param sessions gives the one that holds the lock
     * @throws LockTimeoutException with its holder, if it is not free in time
     */
    static RunLock acquire(Supplier<Session> sessions, Duration wait, ProgressListener listener) {
        RunLock runLock = new RunLock(sessions, wait, listener);
        runLock.take();
        return runLock;
    }

    private void take() {
        try {
            poll();
        } catch (SQLException e) {
            session.close();
            throw new DatabaseUnavailableException("The lock could not be asked for: " + e.getMessage(), e);
        } catch (LockTimeoutException e) {
            session.close();
            throw e;
        }
    }

    /** It is held for as long as its connection lives. */
    @Override
    public void ensure() {
        if (session.isAlive()) {
            return;
        }
        session.close();
        session = sessions.get();
        take();
    }

    private SessionLock lock() {
        return session.dialect().lock();
    }

    private void poll() throws SQLException {
        long start = System.nanoTime();
        long told = 0;
        long pause = FIRST_PAUSE_MILLIS;
        while (!lock().tryAcquire(session.connection(), KEY)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(wait) >= 0) {
                throw timeout();
            }
            if (waited.toSeconds() > told) {
                told = waited.toSeconds();
                listener.onEvent(new ProgressEvent.LockAwaited(lock().holder(session.connection(), KEY), waited));
            }
            sleep(Math.min(pause, Math.max(1, wait.minus(waited).toMillis())));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private LockTimeoutException timeout() throws SQLException {
        String holder = lock().holder(session.connection(), KEY);
        return new LockTimeoutException(
                "Another run holds the lock" + (holder.isEmpty() ? "" : " (" + holder + ")") + ", and did for "
                        + wait.toSeconds()
                        + " seconds. Nothing was changed. Run again when it is done, or wait longer.",
                holder);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException("Interrupted while another run holds the lock. Nothing was changed.", "");
        }
    }

    void close() {
        try {
            lock().release(session.connection(), KEY);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lock goes with its session", e);
        }
        session.close();
    }
}
