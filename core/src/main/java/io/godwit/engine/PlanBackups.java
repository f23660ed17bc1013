package io.godwit.engine;

import io.godwit.backup.BackupPlace;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.plan.BackupNeed;
import io.godwit.plan.Direction;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The backups that a plan needs before its migrations, as far as the host wants them. Immutable. */
final class PlanBackups {

    private final Plan plan;
    private final BackupOptions options;

    PlanBackups(Plan plan, BackupOptions options) {
        this.plan = plan;
        this.options = options;
    }

    /**
     * Lets the plan pass, or not.
     *
     * @throws PlanRefusedException if one is needed, and there is nowhere to keep it
     */
    void havePlace() {
        if (!options.taken() || options.place() != null) {
            return;
        }
        String needs = plan.migrations().stream()
                .filter(migration -> need(migration).isPresent())
                .map(migration -> "\n  " + migration.id() + ": "
                        + need(migration).map(BackupNeed::reason).orElse(""))
                .collect(Collectors.joining());
        if (!needs.isEmpty()) {
            throw new PlanRefusedException("The plan needs a backup, and there is no place for backups:" + needs
                    + "\nNothing was changed. Give Godwit a place (.backups(BackupStore.directory(...))), or run without"
                    + " (.takeBackups(false)).");
        }
    }

    /**
     * Takes the one that a migration needs, if it needs one.
     *
     * @return whether somebody else has written meanwhile
     * @throws BackupFailedException if it could not be taken
     */
    MigrationRun.Result before(MigrationPlan migration, Run run, RunResult result) throws Setback {
        return before(List.of(migration), run, result);
    }

    /** Takes all of them, where one transaction holds all migrations and takes them back together. */
    MigrationRun.Result beforeAll(Run run, RunResult result) throws Setback {
        for (int i = 1; i <= plan.migrations().size(); i++) {
            if (before(plan.migrations().subList(0, i), run, result) == MigrationRun.Result.STALE) {
                return MigrationRun.Result.STALE;
            }
        }
        return MigrationRun.Result.DONE;
    }

    /** The one that the last of some migrations needs, where none of them has run yet. */
    private MigrationRun.Result before(List<MigrationPlan> migrations, Run run, RunResult result) throws Setback {
        MigrationPlan migration = migrations.get(migrations.size() - 1);
        Optional<BackupNeed> need = need(migration);
        BackupPlace place = options.place();
        if (need.isEmpty() || !options.taken() || place == null) {
            return MigrationRun.Result.DONE;
        }
        return new BackupBefore(run, migrations, need.get(), place).take(result);
    }

    private Optional<BackupNeed> need(MigrationPlan migration) {
        return migration.direction() == Direction.UP && migration.runs() ? plan.backup(migration) : Optional.empty();
    }
}
