package io.godwit.engine;

import io.godwit.backup.BackupPlace;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.GodwitException;
import io.godwit.migration.Migration;
import io.godwit.plan.BackupNeed;
import io.godwit.plan.MigrationPlan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The backup before one migration, which does not begin without. For one use. */
final class BackupBefore {

    private final Run run;
    private final MigrationPlan plan;
    private final Migration migration;
    private final SnapshotBackup backup;

    /**
     * For a migration.
     *
     * @param migrations which of the plan have not run yet, the one that needs it as the last
     */
    BackupBefore(Run run, List<MigrationPlan> migrations, BackupNeed need, BackupPlace place) {
        this.run = run;
        this.plan = migrations.get(migrations.size() - 1);
        this.migration = plan.migration();
        this.backup = new SnapshotBackup(
                run,
                place,
                new BackupSubject(
                        migration.pluginId(),
                        migration.version().toString(),
                        migration.id(),
                        need.reason(),
                        live -> new BackupTables(live, run.reader()).of(migrations)));
    }

    /**
     * Takes it.
     *
     * @param result gets it
     * @return whether somebody else has written meanwhile
     * @throws Setback if it failed in a way that may pass
     * @throws BackupFailedException if it could not be written, or is not what was written
     */
    MigrationRun.Result take(RunResult result) throws Setback {
        try {
            run.session().idle(Duration.ZERO);
            Optional<TakenBackup> taken = backup.take();
            run.session().idle(run.options().retries().idleWork());
            taken.ifPresent(result.backups()::add);
            if (taken.isEmpty()) {
                return MigrationRun.Result.STALE;
            }
            new BackupRemoval(run).after(taken.get(), migration.pluginId());
            return MigrationRun.Result.DONE;
        } catch (IOException e) {
            throw recorded(Words.of(e), e);
        } catch (SQLException e) {
            if (run.mayPass(e)) {
                throw new Setback(plan, new StepFailure("", "", e), doubt -> recorded(Words.of(e), e));
            }
            throw recorded(Words.of(e), e);
        }
    }

    private GodwitException recorded(String why, Exception cause) {
        return new FailureRecord(run, plan).backup(failed(why, cause));
    }

    private BackupFailedException failed(String why, Exception cause) {
        return new BackupFailedException(
                "The backup before migration " + migration.id() + " could not be taken: " + why
                        + ". The migration was not begun: the database is as it was before it, and nothing is left of the"
                        + " backup. Make room, or give another place for backups, and run again.",
                cause);
    }
}
