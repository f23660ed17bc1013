package io.godwit.engine;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Feature;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.StatementFailedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.AuditHead;
import io.godwit.history.History;
import io.godwit.plan.Direction;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs a plan under the lock, however often that takes: plans again when another runner was faster, and after an error that may pass
 * gets another connection, reads the history, and goes on with what it does not have. For one use.
 */
final class LockedRun {

    private final Session session;
    private final Rendering rendering;
    private final RunOptions options;
    private final HeldLock lock;
    private final Replanning planner;
    private final RunResult result;
    private final Attempts attempts;

    LockedRun(
            Session session,
            Rendering rendering,
            RunOptions options,
            HeldLock lock,
            Replanning planner,
            RunResult result) {
        this.session = session;
        this.rendering = rendering;
        this.options = options;
        this.lock = lock;
        this.planner = planner;
        this.result = result;
        this.attempts = new Attempts(options.retries());
    }

    /** Makes another plan, where the one at hand no longer fits. */
    interface Replanning {

        /** False for a plan that somebody has seen: no other may run in its place. */
        boolean possible();

        Plan plan(Session session) throws SQLException;

        /** Whether what is left of the plan at hand can be planned once a part of a migration is done. */
        boolean resumable();

        /** What is left of the plan at hand, by the history as it is now. */
        Plan resumed(Session session) throws SQLException;
    }

    void run(Plan first) throws SQLException {
        HistoryInstaller installer = new HistoryInstaller(session, rendering);
        History history = whole(installer.install(), first);
        Plan plan = installer.found().equals(first.head()) ? first : another(first, history.head());
        Run run = new Run(session, rendering, options, history.head(), planner.resumable());
        begin(run);
        while (true) {
            result.planned(plan);
            try {
                if (new PlanRun(run, plan, result).run() == MigrationRun.Result.DONE) {
                    return;
                }
                AuditHead head = whole(installed(), plan).head();
                plan = another(plan, head);
                run = run.again(head);
                begin(run);
            } catch (Setback setback) {
                if (isLockedOut(setback)) {
                    throw setback.failure().cause();
                }
                Run failed = run;
                try {
                    run = recovered(run, setback);
                    plan = rest(plan, run, setback);
                } catch (StatementFailedException | RepairNeededException e) {
                    PlanRun.goOn(failed, setback.migration(), e, result);
                    run = failed.again(failed.reader().head());
                    begin(run);
                }
            }
        }
    }

    /** Where the transaction is the lock, the engine has waited for it as long as the host wants. */
    private boolean isLockedOut(Setback setback) {
        return session.dialect().supports(Feature.SINGLE_WRITER)
                && session.dialect().failures().classify(setback.failure().cause()) == FailureKind.LOCK_TIMEOUT;
    }

    private History whole(History history, Plan plan) throws SQLException {
        HistoryWholeness.require(session, history, plan);
        return history;
    }

    private History installed() throws SQLException {
        return new HistoryInstaller(session, rendering).install();
    }

    /** Where the transaction is the lock, there is nothing that would have to be said. */
    private void begin(Run run) throws SQLException {
        if (!session.dialect().supports(Feature.SINGLE_WRITER)) {
            run.begin();
        }
    }

    private Plan another(Plan stale, AuditHead head) throws SQLException {
        if (!planner.possible()) {
            throw new PlanRefusedException("The plan is stale: the history has moved on since it was made (entry "
                    + stale.head().sequence() + " then, " + head.sequence()
                    + " now). Nothing was changed. Make the plan again.");
        }
        return planner.plan(session);
    }

    /** Under another id, which fences off whatever the server may still do for the lost connection. */
    private Run recovered(Run run, Setback setback) {
        Setback current = setback;
        while (true) {
            if (!attempts.again(current, run)) {
                session.renewQuietly(options.retries().reconnect());
                throw current.surrender("");
            }
            try {
                session.renew(options.retries().reconnect());
            } catch (DatabaseUnavailableException e) {
                throw surrendered(current, e);
            }
            try {
                lock.ensure();
                Run next = run.again(run.head());
                begin(next);
                next.backTo(next.reader().head());
                return next;
            } catch (DatabaseUnavailableException e) {
                if (!(e.getCause() instanceof SQLException cause)) {
                    throw surrendered(current, e);
                }
                current = current.followedBy(cause);
            } catch (SQLException e) {
                current = current.followedBy(e);
            }
        }
    }

    private static GodwitException surrendered(Setback setback, DatabaseUnavailableException cause) {
        GodwitException failure = setback.surrender(
                "whether its last transaction was committed is not known, for the connection is lost and there was no other to be"
                        + " had; the history tells, and the next run goes on from there without doing anything twice");
        failure.addSuppressed(cause);
        return failure;
    }

    /** What is left to do, by the history as it is now. */
    private Plan rest(Plan plan, Run run, Setback setback) throws SQLException {
        History history = run.reader().read();
        List<MigrationPlan> all = plan.migrations();
        if (!run.isOwn(history.head())) {
            result.forget(all);
            return another(plan, history.head());
        }
        for (MigrationPlan migration : all) {
            if (!result.isDone(migration) && isDone(history, migration)) {
                PlanRun.finished(run, migration, System.nanoTime(), result);
            }
        }
        boolean partial = all.stream()
                .anyMatch(migration -> history.migration(migration.id())
                        .filter(row -> !row.isWhole())
                        .isPresent());
        if (!partial) {
            return plan;
        }
        if (!planner.resumable()) {
            throw setback.surrender("");
        }
        result.forget(
                all.stream().filter(migration -> !isDone(history, migration)).toList());
        return planner.resumed(session);
    }

    private static boolean isDone(History history, MigrationPlan plan) {
        return switch (plan.handling()) {
            case RUN, SKIP ->
                plan.direction() == Direction.UP
                        ? history.migration(plan.id())
                                .filter(AppliedMigration::isWhole)
                                .isPresent()
                        : history.migration(plan.id()).isEmpty();
            case ADOPT -> history.migration(plan.id()).isPresent();
            case KEEP -> history.orphan(plan.id()).isPresent();
        };
    }
}
