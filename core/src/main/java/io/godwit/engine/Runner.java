package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.LockTimeoutException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.History;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
     */
    public Report run(Plan plan, UnaryOperator<Plan> gate) {
        return run(session -> gate.apply(plan), false);
    }

    /** Runs what the planner plans under the lock, and plans again when another runner was faster. */
    public Report run(Planner planner) {
        return run(new SteadyPlanner(planner), true);
    }

    /** Writes into the audit trail what is no migration, under the lock; the history's tables are made where they are missing. */
    public void note(String action, String outcome, String detail) {
        try (Session session = open()) {
            exclusive().run(session, options.lockWait(), () -> {
                new HistoryInstaller(session, renderings.apply(session)).install();
                new AuditNote(session, options).write(List.of(new AuditNote.Line(action, "", outcome, detail)));
            });
        } catch (SQLException e) {
            throw Session.unavailable(e);
        }
    }

    private Report run(Planner planner, boolean replan) {
        long started = System.nanoTime();
        RunResult result = new RunResult();
        GodwitException failure = null;
        try (Session session = open(planner)) {
            run(session, planner, replan, result);
        } catch (GodwitException e) {
            failure = e;
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

    /** A session that waits inside the database only where the work transaction is the lock. */
    Session open() {
        Session session = Session.open(dataSource, dialects, options.lockTimeout());
        try {
            if (!session.dialect().supports(Feature.LOCK_CONNECTION)) {
                session.together(session.dialect().settings().open(options.lockWait()));
            }
            if (!options.statementTimeout().isZero()) {
                session.limit(options.statementTimeout());
            }
            return session;
        } catch (SQLException e) {
            session.close();
            throw Session.unavailable(e);
        }
    }

    private void run(Session session, Planner planner, boolean replan, RunResult result) {
        try {
            Plan plan = planner.plan(session);
            if (plan.isEmpty()) {
                result.findings().addAll(plan.findings());
                return;
            }
            new PlanBackups(plan, options.backups()).havePlace();
            authorization().check(Action.of(plan), session, exclusive());
            exclusive().run(session, options.lockWait(), () -> runLocked(session, plan, planner, replan, result));
        } catch (SQLException e) {
            throw unexpected(session, e);
        }
    }

    private void runLocked(Session session, Plan first, Planner planner, boolean replan, RunResult result)
            throws SQLException {
        Plan plan = first;
        Rendering rendering = renderings.apply(session);
        while (true) {
            History history = new HistoryInstaller(session, rendering).install();
            if (!history.head().equals(plan.head())) {
                if (!replan) {
                    throw new PlanRefusedException(
                            "The plan is stale: the history has moved on since it was made (entry "
                                    + plan.head().sequence() + " then, "
                                    + history.head().sequence()
                                    + " now). Nothing was changed. Make the plan again.");
                }
                plan = planner.plan(session);
                new PlanBackups(plan, options.backups()).havePlace();
                authorization().checkLocked(Action.of(plan), session);
            }
            Run run = new Run(session, rendering, options, history.head());
            if (new PlanRun(run, plan, result).run() == MigrationRun.Result.DONE) {
                return;
            }
        }
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
                                + ". Nothing was changed. Run again when it is done.",
                        "");
            case PERMISSION -> Session.forbidden(e);
            default -> Session.unavailable(e);
        };
    }

    private void tell(ProgressEvent event) {
        options.listener().onEvent(event);
    }

    /** What a run has done so far. */
    static final class RunResult {

        private final List<String> applied = new ArrayList<>();
        private final List<String> rolledBack = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<TakenBackup> backups = new ArrayList<>();

        List<Finding> findings() {
            return findings;
        }

        List<TakenBackup> backups() {
            return backups;
        }

        void done(MigrationPlan plan) {
            (plan.direction() == Direction.UP ? applied : rolledBack).add(plan.id());
        }

        void undone() {
            applied.clear();
            rolledBack.clear();
        }

        Report report(Duration duration, @Nullable GodwitException failure) {
            Outcome outcome = failure != null
                    ? OutcomeOf.failure(failure)
                    : applied.isEmpty() && rolledBack.isEmpty() ? Outcome.NOTHING_TO_DO : Outcome.SUCCEEDED;
            return new Report(outcome, applied, rolledBack, findings, backups, duration, failure);
        }
    }
}
