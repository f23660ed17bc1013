package io.godwit.engine;

import io.godwit.dialect.SessionProbe;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.LockTimeoutException;
import io.godwit.failure.RunCancelledException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps other runners out, on a session of its own; and waits for what the server may still be doing for a run whose program is gone,
 * by a second lock that the session at work holds. For one thread, but for the watch.
 */
final class RunLock implements HeldLock {

    /** One history in one database, one lock. */
    static final String KEY = "godwit";

    /** Held by the session that works: when its program dies, the server may not have noticed yet. */
    static final String WORK_KEY = KEY + "/work";

    private static final System.Logger LOG = System.getLogger(RunLock.class.getName());

    private final Supplier<Session> sessions;
    private final Session work;
    private final LockPoll poll;
    private final AnswerWatch watch;
    private Session session;

    private RunLock(Supplier<Session> sessions, Session work, Duration wait, RunOptions options) {
        this.sessions = sessions;
        this.work = work;
        this.poll = new LockPoll(wait, options);
        this.session = sessions.get();
        this.watch = new AnswerWatch(work, sessions, options.retries().answerCheck());
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
                poll.acquire(session, KEY, RunLock::held);
            }
            poll.acquire(work, WORK_KEY, RunLock::working);
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

    private static String held(String holder, long seconds) {
        return "Another run holds the lock" + holder + ", and did for " + seconds
                + " seconds. Nothing was changed. Run again when it is done, or wait longer.";
    }

    private static String working(String holder, long seconds) {
        return "The database still works for an earlier run that was cut off" + holder + ", and did for " + seconds
                + " seconds. Nothing was changed. Run again when it is done, or end that session in the database.";
    }

    /** It is held for as long as its connection lives; the session at work has another connection by now. */
    @Override
    public void ensure() {
        watch.end();
        boolean lost = !session.isAlive();
        if (lost) {
            session.close();
            session = sessions.get();
        }
        take(lost);
    }

    void close() {
        watch.end();
        release(work, WORK_KEY);
        release(session, KEY);
        session.close();
    }

    private static void release(Session session, String key) {
        try {
            session.dialect().lock().release(session.connection(), key);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lock goes with its session", e);
        }
    }
}
