package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.history.History;
import io.godwit.migration.Migration;
import io.godwit.migration.OnOtherEngines;
import io.godwit.migration.Step;
import io.godwit.operation.Sql;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Renders the up side of migrations, one after the other, on one schema. For one thread. */
final class MigrationRenderer {

    private final Rendering rendering;
    private final PlanState state;
    private final AppliedMigrations applied;

    MigrationRenderer(Rendering rendering, PlanState state) {
        this(rendering, state, AppliedMigrations.NONE);
    }

    MigrationRenderer(Rendering rendering, PlanState state, AppliedMigrations applied) {
        this.rendering = rendering;
        this.state = state;
        this.applied = applied;
    }

    /**
     * Renders the up side.
     *
     * @param history says which steps an earlier run has done already
     */
    MigrationPlan up(Migration migration, String sourceHash, History history) {
        if (history.isGoingBack(migration.id())) {
            throw new RepairNeededException("The rollback of migration " + migration.id() + " was interrupted."
                    + "\n  database: some of its steps are rolled back, and godwit repair --dry-run says which"
                    + "\n  next: roll it back again, which goes on where that stopped, or run:  godwit repair --migration "
                    + migration.id() + " --resume\n        then migrate");
        }
        if (!isForEngine(migration)) {
            return elsewhere(migration, sourceHash);
        }
        if (history.orphan(migration.id()).isPresent()) {
            return adopted(migration, sourceHash);
        }
        state.findings().addAll(state.watch().begin(migration));
        remember(migration, history.doneSteps(migration.id()));
        List<StepPlan> steps = known(steps(migration, migration.up(), history));
        boolean resumed = history.migration(migration.id()).isPresent();
        MigrationPlan plan =
                checked(new MigrationPlan(migration, Direction.UP, steps, Handling.RUN, sourceHash, resumed));
        state.findings().addAll(state.watch().end(plan));
        return plan;
    }

    /** What it made is still there. */
    private MigrationPlan adopted(Migration migration, String sourceHash) {
        remember(migration, migration.up().stream().map(Step::id).collect(Collectors.toSet()));
        state.findings()
                .add(new Finding(
                        "adopted",
                        Severity.INFO,
                        migration.id(),
                        "",
                        "what it made was kept when its plugin was uninstalled; it is not run again",
                        ""));
        return new MigrationPlan(migration, Direction.UP, List.of(), Handling.ADOPT, sourceHash, false);
    }

    /** Universal SQL goes on where earlier migrations and steps of the plugin ended. */
    private void remember(Migration migration, Set<String> doneSteps) {
        boolean universal = migration.up().stream()
                .flatMap(step -> step.allOperations().stream())
                .anyMatch(operation ->
                        operation instanceof Sql sql && sql.text().universal().isPresent());
        if (!universal) {
            return;
        }
        if (!state.knowsDefinitions(migration.pluginId())) {
            state.definitions(migration.pluginId()).learn(applied.of(migration.pluginId()), rendering);
        }
        if (!doneSteps.isEmpty()) {
            state.definitions(migration.pluginId()).learn(StepOrder.of(migration.up()), doneSteps, rendering);
        }
    }

    /** Rows in a table that the migration itself makes go when the table goes. */
    private static List<StepPlan> known(List<StepPlan> steps) {
        if (steps.stream().allMatch(step -> step.undo() == Undo.EXACT)) {
            return steps;
        }
        Journal journal = new Journal(steps.stream().map(JournalStep::of).toList());
        Set<TableName> dropped = DerivedDown.droppedBy(List.of(journal));
        return steps.stream().map(step -> step.goingWith(dropped)).toList();
    }

    /** Steps in the order in which they run. */
    List<StepPlan> steps(Migration migration, List<Step> steps) {
        return steps(migration, steps, History.EMPTY);
    }

    /** As the other, but for those that an earlier run has done already. */
    List<StepPlan> steps(Migration migration, List<Step> steps, History history) {
        StepRenderer renderer = new StepRenderer(rendering, migration.id(), migration.pluginId());
        Set<String> doneSteps = history.doneSteps(migration.id());
        return StepOrder.of(steps).stream()
                .filter(step -> !doneSteps.contains(step.id()))
                .map(step -> history.isUnderWay(migration.id(), step.id())
                        ? renderer.later(step, history.doneOperations(migration.id(), step.id()), state)
                        : renderer.render(step, state))
                .toList();
    }

    /** Lets the engine refuse what cannot share a transaction while nothing has run yet. */
    MigrationPlan checked(MigrationPlan plan) {
        if (plan.inOneTransaction()) {
            try {
                rendering.dialect().transactions().before(plan.statements());
            } catch (UnsupportedByDialectException e) {
                throw e.location().isEmpty() ? e.at(plan.id()) : e;
            }
        }
        return plan;
    }

    private boolean isForEngine(Migration migration) {
        return migration.databaseEngines().isEmpty()
                || rendering.dialect().keys().stream().anyMatch(migration.databaseEngines()::contains);
    }

    private MigrationPlan elsewhere(Migration migration, String sourceHash) {
        String engine = rendering.dialect().engine();
        if (migration.onOtherEngines() == OnOtherEngines.REFUSE) {
            throw new PlanRefusedException("Migration " + migration.id() + " is for " + migration.databaseEngines()
                    + ", and this database is " + engine + ". Nothing was changed. Add " + engine
                    + " to its databaseEngines, or say \"onOtherEngines\": \"skip\".");
        }
        state.findings()
                .add(new Finding(
                        "skipped",
                        Severity.INFO,
                        migration.id(),
                        "",
                        "it is for " + migration.databaseEngines() + " and is only recorded on " + engine,
                        ""));
        return new MigrationPlan(migration, Direction.UP, List.of(), Handling.SKIP, sourceHash, false);
    }
}
