package io.godwit.engine;

import io.godwit.dialect.SessionLock;
import io.godwit.dialect.SessionProbe;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.LockLostException;
import io.godwit.failure.LockTimeoutException;
import io.godwit.failure.RunCancelledException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other runners out, on a session of its own; and waits for what the server may still be doing for a run whose program is gone,
 * by a second lock that the session at work holds. Where sessions have no locks, a row is leased. For one thread, but for the watch.
 */
final class RunLock implements HeldLock {

    /** One history in one database, one lock. */
    static final String KEY = "godwit";

    /** Held by the session that works: when its program dies, the server may not have noticed yet. */
    static final String WORK_KEY = KEY + "/work";

    private static final System.Logger LOG = System.getLogger(RunLock.class.getName());

    private final Supplier<Session> sessions;
    private final Session work;
    private final RunOptions options;
    private final LockPoll poll;
    private final SessionLock lock;
    private final @Nullable LeaseLock lease;
    private final AnswerWatch watch;
    private Session session;

    private RunLock(Supplier<Session> sessions, Session work, Duration wait, RunOptions options) {
        this.sessions = sessions;
        this.work = work;
        this.options = options;
        this.poll = new LockPoll(wait, options);
        this.session = sessions.get();
        Optional<SessionLock> own = work.dialect().lock();
        Duration every = options.retries().answerCheck();
        if (own.isPresent()) {
            this.lock = own.get();
            this.lease = null;
            this.watch = new AnswerWatch(work, sessions, every, null);
        } else {
            Duration beat = every.isZero() ? RetryPolicy.STANDARD.answerCheck() : every;
            LeaseLock leased = new LeaseLock(work.dialect(), options.actor(), beat);
            this.lock = leased;
            this.lease = leased;
            this.watch = new AnswerWatch(work, sessions, beat, new Heartbeat(leased, KEY, work, sessions));
        }
    }

    /**
     * Waits until the lock is held.
     *
     * @param sessions gives the one that holds the lock
     * @param work the session that works meanwhile
     * @param wait for how long
     * @throws LockTimeoutException with its holder, if it is not free in time
     */
    static RunLock acquire(Supplier<Session> sessions, Session work, Duration wait, RunOptions options) {
        RunLock lock = new RunLock(sessions, work, wait, options);
        try {
            lock.take(true);
            return lock;
        } catch (LockTimeoutException | RunCancelledException | DatabaseUnavailableException e) {
            lock.close();
            throw e;
        }
    }

    private void take(boolean own) {
        try {
            String id = checkedSession();
            if (own) {
                poll.acquire(lock, session, KEY, RunLock::held);
            }
            if (lease == null) {
                poll.acquire(lock, work, WORK_KEY, RunLock::working);
            } else {
                work.onlyWhile(lease::isSafe);
            }
            session.idle(options.retries().idleLock());
            watch.begin(session, id);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("The lock could not be asked for: " + e.getMessage(), e);
        }
    }

    /** What the server calls the session at work. Asked twice, in turns: a pooler gives a session that has just become free to whoever asks next. */
    private String checkedSession() throws SQLException {
        SessionProbe probe = work.dialect().probe();
        List<String> ids = new ArrayList<>();
        for (Session asked : List.of(session, work, session, work)) {
            ids.add(probe.id(asked.connection()));
        }
        boolean own = !ids.get(0).equals(ids.get(1)) && ids.subList(0, 2).equals(ids.subList(2, 4));
        if (!own && !ids.get(0).isEmpty()) {
            throw new DatabaseUnavailableException(
                    "The connections go through a pooler that gives a session to others between two transactions, as PgBouncer does in"
                            + " transaction mode: neither a lock nor a setting of the session holds there. Nothing was changed. Give"
                            + " Godwit the server's own address, or a pool in session mode.");
        }
        return ids.get(1);
    }

    static String held(String holder, long seconds) {
        return "Another run holds the lock" + holder + ", and did for " + seconds
                + " seconds. Nothing was changed. Run again when it is done, or wait longer.";
    }

    private static String working(String holder, long seconds) {
        return "The database still works for an earlier run that was cut off" + holder + ", and did for " + seconds
                + " seconds. Nothing was changed. Run again when it is done, or end that session in the database.";
    }

    /** It is held for as long as its connection lives, or leased; the session at work has another connection by now. */
    @Override
    public void ensure() {
        boolean again = renewedSession();
        if (lease == null) {
            take(again);
            return;
        }
        try {
            if (!lease.renew(session.connection(), KEY)) {
                throw lost(null);
            }
            take(false);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("The lease could not be renewed: " + e.getMessage(), e);
        }
    }

    /** Whether it is another one than before; nobody else uses it from now on. */
    private boolean renewedSession() {
        watch.end();
        boolean dead = !session.isAlive();
        if (dead) {
            session.close();
            session = sessions.get();
        } else {
            patient();
        }
        return dead;
    }

    /** Nobody looks while the lock is waited for. */
    private void patient() {
        try {
            session.idle(Duration.ZERO);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lock's session may end while it is waited for", e);
        }
    }

    /** Whether another run may still be doing what it did under the lease that was taken over. */
    boolean isTakenOver() {
        return lease != null && lease.isTakenOver();
    }

    @Override
    public GodwitException cause(GodwitException failure) {
        if (lease == null || failure instanceof LockLostException) {
            return failure;
        }
        try {
            renewedSession();
            return lease.renew(session.connection(), KEY) ? failure : lost(failure);
        } catch (SQLException | DatabaseUnavailableException e) {
            LOG.log(System.Logger.Level.DEBUG, "whether the lease is held cannot be told", e);
            return failure;
        }
    }

    private LockLostException lost(@Nullable GodwitException failure) throws SQLException {
        String holder = lock.holder(session.connection(), KEY);
        return new LockLostException(
                "This run could not renew the lease of its lock in time, and another run has taken it over"
                        + (holder.isEmpty() ? "" : " (" + holder + ")")
                        + ".\n  database: what this run had committed stays, and the history has it; nothing more of it is committed"
                        + "\n  next: run again; it waits for the other run, and goes on with what is left",
                holder,
                failure);
    }

    void close() {
        watch.end();
        work.onlyWhile(null);
        if (lease == null) {
            release(work, WORK_KEY);
        }
        release(session, KEY);
        session.close();
    }

    private void release(Session held, String key) {
        try {
            lock.release(held.connection(), key);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lock goes with its session, or when its term is over", e);
        }
    }
}
