package io.godwit.engine;

import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.LockTimeoutException;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs plans: one runner at a time, each migration wholly or not at all, everything recorded.
 *
 * <p>Thread-safe: each run has its own connections.
 */
public final class Runner {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final Function<Session, Rendering> renderings;
    private final RunOptions options;

    public Runner(
            DataSource dataSource,
            DialectFinder dialects,
            Function<Session, Rendering> renderings,
            RunOptions options) {
        this.dataSource = dataSource;
        this.dialects = dialects;
        this.renderings = renderings;
        this.options = options;
    }

    /** Makes a plan on the session that will run it. */
    public interface Planner {

        /** Reads what needs no database; asked once for each run, before it connects. */
        default void prepare() {}

        /** Throws what is wrong with what was read: asked where there is no database to go on with. */
        default void check() {}

        /** The plan against the history as it is now. */
        Plan plan(Session session) throws SQLException;
    }

    /**
     * Runs a plan that was made before; refused if the history has moved on since.
     *
     * @param gate lets the plan pass, or throws
     * @param rest plans what is left of it, should the connection be lost in the midst of a migration; null where that cannot be told
     */
    public Report run(Plan plan, UnaryOperator<Plan> gate, @Nullable Planner rest) {
        return run(session -> gate.apply(plan), rest, false);
    }

    /** Runs what the planner plans under the lock, and plans again when another runner was faster. */
    public Report run(Planner planner) {
        Planner steady = new SteadyPlanner(planner);
        return run(steady, steady, true);
    }

    /** Writes into the audit trail what is no migration, under the lock; the history's tables are made where they are missing. */
    public void note(String action, String outcome, String detail) {
        try (Session session = open()) {
            exclusive().run(session, options.lockWait(), lock -> {
                new HistoryInstaller(session, renderings.apply(session)).install();
                new AuditNote(session, options).write(List.of(new AuditNote.Line(action, "", outcome, detail)));
            });
        } catch (SQLException e) {
            throw Session.unavailable(e);
        }
    }

    /**
     * Takes a backup now, under the lock.
     *
     * @param pluginId empty for all plugins
     * @throws PlanRefusedException if there is no place for backups, or nothing of the plugin
     * @throws io.godwit.failure.BackupFailedException if it could not be taken
     */
    public TakenBackup backup(String pluginId) {
        try (Session session = open()) {
            RequestedBackup backup = new RequestedBackup(session, renderings.apply(session), options, pluginId);
            authorization().check(List.of(new Action(Action.Kind.BACKUP, pluginId, List.of())), session, exclusive());
            exclusive().run(session, options.lockWait(), lock -> backup.take());
            return backup.taken();
        } catch (SQLException e) {
            throw Session.unavailable(e);
        }
    }

    private Report run(Planner planner, @Nullable Planner rest, boolean replan) {
        long started = System.nanoTime();
        RunResult result = new RunResult();
        GodwitException failure = null;
        options.cancellation().runBegins();
        try (Session session = open(planner)) {
            run(session, planner, replanning(planner, rest, replan), result);
        } catch (GodwitException e) {
            failure = e;
        } finally {
            options.cancellation().runEnds();
        }
        Report report = result.report(Duration.ofNanos(System.nanoTime() - started), failure);
        tell(new ProgressEvent.PlanFinished(report));
        return report;
    }

    /** Faults of the input come before those of the connection. */
    private Session open(Planner planner) {
        planner.prepare();
        try {
            return open();
        } catch (DatabaseUnavailableException e) {
            planner.check();
            throw e;
        }
    }

    Session open() {
        return Session.open(dataSource, dialects, options);
    }

    /** What is lost before anything runs is begun anew; {@link LockedRun} looks after the rest. */
    private void run(Session session, Planner planner, LockedRun.Replanning again, RunResult result) {
        for (int attempt = 1; ; attempt++) {
            try {
                runOnce(session, planner, again, result);
                return;
            } catch (SQLException e) {
                if (!again(session, e, attempt)) {
                    throw unexpected(session, e);
                }
            } catch (DatabaseUnavailableException e) {
                if (!(e.getCause() instanceof SQLException cause) || !again(session, cause, attempt)) {
                    throw e;
                }
            }
        }
    }

    private boolean again(Session session, SQLException failure, int attempt) {
        RetryPolicy retries = options.retries();
        boolean lost = session.isLost(failure);
        if (!lost || attempt >= retries.attempts() || !retries.pause(attempt)) {
            return false;
        }
        tell(new ProgressEvent.Retried("", attempt + 1, Words.of(failure)));
        session.renew(retries.reconnect());
        return true;
    }

    private void runOnce(Session session, Planner planner, LockedRun.Replanning again, RunResult result)
            throws SQLException {
        Plan plan = session.answeredWithin(options.retries().planning(), () -> planner.plan(session));
        if (plan.isEmpty()) {
            result.planned(plan);
            return;
        }
        new PlanBackups(plan, options.backups()).havePlace();
        authorization().check(Action.of(plan), session, exclusive());
        Rendering rendering = renderings.apply(session);
        exclusive()
                .run(
                        session,
                        options.lockWait(),
                        lock -> new LockedRun(session, rendering, options, lock, again, result).run(plan));
    }

    /** Also what another plan does is asked about before it runs. */
    private LockedRun.Replanning replanning(Planner planner, @Nullable Planner rest, boolean possible) {
        return new LockedRun.Replanning() {
            @Override
            public boolean possible() {
                return possible;
            }

            @Override
            public Plan plan(Session session) throws SQLException {
                return allowed(planner, session);
            }

            @Override
            public boolean resumable() {
                return rest != null;
            }

            @Override
            public Plan resumed(Session session) throws SQLException {
                return allowed(Objects.requireNonNull(rest, "rest"), session);
            }

            private Plan allowed(Planner other, Session session) throws SQLException {
                Plan plan = other.plan(session);
                new PlanBackups(plan, options.backups()).havePlace();
                authorization().checkLocked(Action.of(plan), session);
                return plan;
            }
        };
    }

    private ExclusiveWork exclusive() {
        return new ExclusiveWork(dataSource, dialects, options);
    }

    private Authorization authorization() {
        return new Authorization(options);
    }

    private GodwitException unexpected(Session session, SQLException e) {
        return switch (session.dialect().failures().classify(e)) {
            case LOCK_TIMEOUT ->
                new LockTimeoutException(
                        "The database is locked by another session, and was for "
                                + options.lockWait().toSeconds() + " seconds: " + Words.of(e)
                                + ". What this run had not committed by then was not done. Run again when that session is done.",
                        "");
            case PERMISSION -> Session.forbidden(e);
            default -> Session.unavailable(e);
        };
    }

    private void tell(ProgressEvent event) {
        options.listener().onEvent(event);
    }
}
