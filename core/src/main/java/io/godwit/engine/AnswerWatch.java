package io.godwit.engine;

import io.godwit.dialect.SessionProbe;
import io.godwit.failure.GodwitException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks now and then whether the server still works on what a session waits for. An answer that was lost on the way, as that of a
 * COMMIT behind a proxy, would be waited for for ever: the connection is aborted instead, and the run finds out what was done. The
 * looks also keep the lock's connection from being taken for idle, and a lease alive. One thread, a daemon, while a run lasts.
 */
final class AnswerWatch {

    private static final System.Logger LOG = System.getLogger(AnswerWatch.class.getName());

    /** A look may fall between an answer that is sent and one that has come. */
    private static final int LOOKS = 2;

    private final Session work;
    private final Supplier<Session> sessions;
    private final long everyMillis;
    private final SessionProbe probe;
    private final @Nullable Heartbeat heart;
    private @Nullable Timer timer;

    /**
     * A watch that has not begun.
     *
     * @param heart beats before each look; null where nothing is leased
     */
    AnswerWatch(Session work, Supplier<Session> sessions, Duration every, @Nullable Heartbeat heart) {
        this.heart = heart;
        this.work = work;
        this.sessions = sessions;
        this.everyMillis = every.toMillis();
        this.probe = work.dialect().probe();
    }

    /**
     * Begins to look.
     *
     * @param other on which it is asked; nobody else may use it until {@link #end}
     * @param id what the server calls the session at work; empty where it does not tell
     */
    void begin(Session other, String id) {
        if (everyMillis > 0 && (heart != null || !id.isEmpty())) {
            timer = new Timer("godwit-watch", true);
            timer.schedule(new Look(other, id), everyMillis, everyMillis);
        }
    }

    /** Waits for a look that is under way. */
    void end() {
        Timer running = timer;
        timer = null;
        if (running != null) {
            synchronized (this) {
                running.cancel();
            }
        }
    }

    private final class Look extends TimerTask {

        private final Session other;
        private final String id;
        private long turn;
        private int idle;

        Look(Session other, String id) {
            this.other = other;
            this.id = id;
        }

        @Override
        public void run() {
            synchronized (AnswerWatch.this) {
                if (heart != null) {
                    heart.beat(other.connection());
                }
                if (!id.isEmpty()) {
                    look();
                }
            }
        }

        private void look() {
            long now = work.turn();
            boolean waits = now % 2 == 1 && now == turn;
            turn = now;
            idle = !isWorking() && waits && now == work.turn() ? idle + 1 : 0;
            if (idle >= LOOKS) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the server has answered session " + id + " and no answer came: its connection is given up");
                idle = 0;
                work.abort();
            }
        }

        private boolean isWorking() {
            try {
                return probe.isWorking(other.connection(), id);
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "the lock's connection cannot be asked; another is", e);
            }
            try (Session another = sessions.get()) {
                return probe.isWorking(another.connection(), id);
            } catch (SQLException | GodwitException e) {
                LOG.log(System.Logger.Level.DEBUG, "whether the server still works cannot be told", e);
                return true;
            }
        }
    }
}
