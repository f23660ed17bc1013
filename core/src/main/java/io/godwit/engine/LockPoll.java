package io.godwit.engine;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.SessionLock;
import io.godwit.failure.LockTimeoutException;
import io.godwit.failure.RunCancelledException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Asks for a lock again and again, never waiting inside the server, until it is held. For one thread. */
final class LockPoll {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final Duration wait;
    private final RunOptions options;

    LockPoll(Duration wait, RunOptions options) {
        this.wait = wait;
        this.options = options;
    }

    /**
     * Waits until the lock is held.
     *
     * @param reason of a message, around who holds the lock and for how many seconds it was waited for
     * @throws LockTimeoutException with its holder, if it is not free in time
     */
    void acquire(SessionLock lock, Session session, String key, Reason reason) throws SQLException {
        long start = System.nanoTime();
        long told = 0;
        long pause = FIRST_PAUSE_MILLIS;
        while (!isTaken(lock, session, key)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (options.cancellation().isCancelled()) {
                throw new RunCancelledException("Cancelled while another run holds the lock. Nothing was changed.");
            }
            if (waited.compareTo(wait) >= 0) {
                String holder = lock.holder(session.connection(), key);
                throw new LockTimeoutException(
                        reason.of(holder.isEmpty() ? "" : " (" + holder + ")", wait.toSeconds()), holder);
            }
            if (waited.toSeconds() > told) {
                told = waited.toSeconds();
                options.listener()
                        .onEvent(new ProgressEvent.LockAwaited(lock.holder(session.connection(), key), waited));
            }
            sleep(Math.min(pause, Math.max(1, wait.minus(waited).toMillis())));
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    /** A row that another transaction holds is not free. */
    private static boolean isTaken(SessionLock lock, Session session, String key) throws SQLException {
        try {
            return lock.tryAcquire(session.connection(), key);
        } catch (SQLException e) {
            if (Set.of(FailureKind.LOCK_TIMEOUT, FailureKind.DEADLOCK, FailureKind.SERIALIZATION)
                    .contains(session.dialect().failures().classify(e))) {
                return false;
            }
            throw e;
        }
    }

    /** Says why the lock is not free. */
    interface Reason {
        String of(String holder, long seconds);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException("Interrupted while another run holds the lock. Nothing was changed.", "");
        }
    }
}
