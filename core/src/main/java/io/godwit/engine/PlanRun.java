package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.dialect.Statement;
import io.godwit.failure.GodwitException;
import io.godwit.failure.RunCancelledException;
import io.godwit.plan.Direction;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the migrations of a plan one after the other, under the lock. */
final class PlanRun {

    private final Run run;
    private final Plan plan;
    private final RunResult result;

    PlanRun(Run run, Plan plan, RunResult result) {
        this.run = run;
        this.plan = plan;
        this.result = result;
    }

    MigrationRun.Result run() throws SQLException, Setback {
        run.planned(plan);
        run.tell(new ProgressEvent.PlanStarted(plan.migrations().size()));
        boolean together = (run.options().scope() == TransactionScope.RUN || plan.archives())
                && run.session().dialect().supports(Feature.TRANSACTIONAL_DDL)
                && plan.migrations().stream().allMatch(MigrationPlan::inOneTransaction);
        if (together) {
            return new SharedRun(run, plan, result).run();
        }
        if (plan.archives()) {
            archive();
        }
        run.session().idle(run.options().retries().idleWork());
        return oneByOne();
    }

    /** In one snapshot, where what is dropped afterwards commits by itself. */
    private void archive() throws SQLException {
        PluginBackup backup = new PluginBackup(run, plan);
        new WorkTransaction(run.session(), List.of())
                .run(() -> result.findings().add(backup.write()));
    }

    private MigrationRun.Result oneByOne() throws Setback {
        PlanBackups backups = new PlanBackups(plan, run.options().backups());
        int index = 0;
        int count = plan.migrations().size();
        for (MigrationPlan migration : plan.migrations()) {
            index++;
            if (result.isDone(migration) || result.failed().stops(migration)) {
                continue;
            }
            stopIfCancelled(migration);
            long started = started(run, migration, index, count);
            MigrationPlan next = index < count ? plan.migrations().get(index) : null;
            try {
                if (one(migration, next, backups) == MigrationRun.Result.STALE) {
                    return MigrationRun.Result.STALE;
                }
                finished(run, migration, started, result);
            } catch (GodwitException e) {
                goOn(run, migration, e, result);
            }
        }
        return MigrationRun.Result.DONE;
    }

    private MigrationRun.Result one(MigrationPlan migration, @Nullable MigrationPlan next, PlanBackups backups)
            throws Setback {
        MigrationRun.Result outcome = backups.before(migration, run, result);
        return outcome == MigrationRun.Result.DONE
                ? MigrationRun.of(run, migration, next, result.findings()).run()
                : outcome;
    }

    /** Without what failed, if the host wants that and nothing but this migration is concerned; else throws it. */
    static void goOn(Run run, MigrationPlan migration, GodwitException failure, RunResult result) {
        boolean itsOwn = OutcomeOf.failure(failure) == Outcome.FAILED
                && !(failure instanceof RunCancelledException)
                && migration.direction() == Direction.UP;
        if (!run.options().continueOnError() || !itsOwn) {
            throw failure;
        }
        result.failed().add(migration, failure);
    }

    /** What is done already stays, and is recorded wholly. */
    private void stopIfCancelled(MigrationPlan migration) {
        run.begins();
        if (run.isCancelled()) {
            throw new FailureRecord(run, migration)
                    .other(new RunCancelledException("The run was cancelled before migration " + migration.id()
                            + ".\n  database: " + done() + "\n  next: run again when you want the rest"));
        }
    }

    private String done() {
        int done = result.done();
        return done == 0 ? "nothing was changed" : "what this run had done before stays (migrations: " + done + ")";
    }

    static long started(Run run, MigrationPlan migration, int index, int of) {
        run.begins();
        run.tell(new ProgressEvent.MigrationStarted(
                migration.id(), migration.migration().pluginId(), migration.direction(), index, of));
        return System.nanoTime();
    }

    static void finished(Run run, MigrationPlan migration, long started, RunResult result) {
        result.done(migration, run.moved());
        run.tell(new ProgressEvent.MigrationFinished(
                migration.id(),
                migration.migration().pluginId(),
                migration.migration().version(),
                migration.direction(),
                migration.handling().done(migration.direction()),
                Duration.ofNanos(System.nanoTime() - started)));
    }

    /** All migrations of a plan in one transaction. */
    private static final class SharedRun {

        private final Run run;
        private final Plan plan;
        private final RunResult result;

        SharedRun(Run run, Plan plan, RunResult result) {
            this.run = run;
            this.plan = plan;
            this.result = result;
        }

        MigrationRun.Result run() throws SQLException, Setback {
            if (new PlanBackups(plan, run.options().backups()).beforeAll(run, result) == MigrationRun.Result.STALE) {
                return MigrationRun.Result.STALE;
            }
            PluginBackup backup = plan.archives() ? new PluginBackup(run, plan) : null;
            List<Statement> statements = plan.migrations().stream()
                    .flatMap(migration -> migration.statements().stream())
                    .toList();
            WorkTransaction transaction = new WorkTransaction(run.session(), statements);
            SharedTransaction shared = new SharedTransaction(run, transaction);
            try {
                if (!shared.begin()) {
                    return MigrationRun.Result.STALE;
                }
                if (backup != null) {
                    shared.first(() -> result.findings().add(backup.write()));
                }
                int index = 0;
                for (MigrationPlan migration : plan.migrations()) {
                    long started =
                            started(run, migration, ++index, plan.migrations().size());
                    shared.run(migration, result.findings());
                    finished(run, migration, started, result);
                }
                shared.commit();
                return MigrationRun.Result.DONE;
            } catch (GodwitException | Setback e) {
                result.forget(plan.migrations());
                throw e;
            }
        }
    }
}
