package io.godwit.plan;

import io.godwit.dialect.SchemaState;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.History;
import io.godwit.migration.Down;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The way back of a plan that was made without a database. For one thread. */
public final class OfflineRollback {

    private final Rendering rendering;
    private final SchemaState after;

    /**
     * Goes back over a plan.
     *
     * @param after the schema that the plan leaves
     */
    public OfflineRollback(Rendering rendering, SchemaState after) {
        this.rendering = rendering;
        this.after = after;
    }

    /**
     * Plans the way back over a plan.
     *
     * @throws PlanRefusedException if a step of it cannot be undone
     */
    public Plan plan(Plan up) {
        PlanState state = new PlanState(after, rendering.dialect());
        MigrationRenderer renderer = new MigrationRenderer(rendering, state);
        List<Journal> journals = up.migrations().stream()
                .filter(plan -> plan.migration().down() instanceof Down.Derived)
                .map(OfflineRollback::journal)
                .toList();
        List<MigrationPlan> latestFirst = new ArrayList<>(up.migrations());
        Collections.reverse(latestFirst);
        List<MigrationPlan> plans = new ArrayList<>();
        for (MigrationPlan plan : latestFirst) {
            List<StepPlan> steps = steps(plan, journals, renderer, state);
            plans.add(renderer.checked(new MigrationPlan(
                    plan.migration(), Direction.DOWN, steps, plan.handling(), plan.sourceHash(), false)));
        }
        return new PlanAssembly(rendering).plan(plans, state.findings(), History.EMPTY);
    }

    private static List<StepPlan> steps(
            MigrationPlan plan, List<Journal> journals, MigrationRenderer renderer, PlanState state) {
        if (plan.migration().down() instanceof Down.Irreversible irreversible) {
            throw new PlanRefusedException(
                    "Migration " + plan.id() + " is irreversible: " + irreversible.reason() + ".");
        }
        if (plan.migration().down() instanceof Down.Explicit explicit) {
            return plan.skipped() ? List.of() : renderer.steps(plan.migration(), explicit.steps());
        }
        DerivedDown derived = new DerivedDown(plan.id(), journal(plan), DerivedDown.droppedBy(journals));
        return renderer.steps(plan.migration(), derived.steps(state.findings()));
    }

    private static Journal journal(MigrationPlan plan) {
        return new Journal(plan.steps().stream().map(JournalStep::of).toList());
    }
}
