package io.godwit.engine;

import io.godwit.failure.PlanRefusedException;
import java.util.List;

/**
 * What a run would not get over by itself, and the ways out. Immutable; nothing is changed by making it.
 *
 * @param engine the engine's name
 * @param actions in the order in which they are best looked at; empty if all is well
 */
public record RepairPlan(String engine, List<RepairAction> actions) {

    public RepairPlan {
        actions = List.copyOf(actions);
    }

    public boolean isEmpty() {
        return actions.isEmpty();
    }

    /**
     * The action that a choice is one of the ways out of.
     *
     * @throws PlanRefusedException if there is none
     */
    public RepairAction chosen(RepairChoice choice) {
        return actions.stream().filter(choice::fits).findFirst().orElseThrow(() -> refused(choice));
    }

    private PlanRefusedException refused(RepairChoice choice) {
        List<RepairAction> there = actions.stream()
                .filter(action -> action.migrationId().equals(choice.migrationId()))
                .toList();
        if (there.isEmpty()) {
            return new PlanRefusedException("There is nothing to repair in "
                    + (choice.migrationId().isEmpty() ? "the history" : "migration " + choice.migrationId())
                    + ". Nothing was changed. repair --dry-run says what there is.");
        }
        StringBuilder ways = new StringBuilder();
        for (RepairAction action : there) {
            action.options().forEach(option -> ways.append("\n  ").append(action.command(option.way())));
        }
        return new PlanRefusedException("'" + choice.way() + "' is no way out for migration " + choice.migrationId()
                + (choice.stepId().isEmpty() ? "" : ", step " + choice.stepId())
                + ". Nothing was changed. The ways are:" + ways);
    }
}
