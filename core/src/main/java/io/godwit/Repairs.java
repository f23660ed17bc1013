package io.godwit;

import io.godwit.engine.Repair;
import io.godwit.engine.RepairAction;
import io.godwit.engine.RepairChoice;
import io.godwit.engine.RepairPlan;
import io.godwit.engine.RepairReport;
import io.godwit.engine.RepairWay;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Goes the ways that a person chose, one after the other.
 *
 * @param plans says what there is to repair
 * @param resumes goes on with what stopped half-way: a run like any other
 */
record Repairs(Repair repair, Supplier<RepairPlan> plans, Function<RepairAction, Report> resumes) {

    RepairReport run(List<RepairChoice> choices) {
        List<String> done = new ArrayList<>();
        GodwitException failure = null;
        try {
            for (RepairChoice choice : choices) {
                done.add(choice.way() == RepairWay.RESUME ? resumed(choice) : repair.carryOut(choice));
            }
        } catch (GodwitException e) {
            failure = e;
        }
        return new RepairReport(done, plans.get(), failure);
    }

    private String resumed(RepairChoice choice) {
        RepairAction action = plans.get().chosen(choice);
        Report report = resumes.apply(action).orThrow();
        return action.migrationId() + (report.applied().isEmpty() ? " is rolled back" : " is applied");
    }
}
