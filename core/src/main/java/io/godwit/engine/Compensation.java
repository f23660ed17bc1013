package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.RepairNeededException;
import io.godwit.migration.Step;
import io.godwit.plan.DerivedDown;
import io.godwit.plan.Finding;
import io.godwit.plan.Journal;
import io.godwit.plan.StepPlan;
import io.godwit.plan.Undo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes back what a failed migration has done already, when no transaction covered it, by the inverses that were stored. */
final class Compensation {

    private final Run run;
    private final String migration;
    private final List<Finding> findings;

    Compensation(Run run, String migration, List<Finding> findings) {
        this.run = run;
        this.migration = migration;
        this.findings = findings;
    }

    /**
     * Runs the inverses of what is done.
     *
     * @return what the database looks like afterwards
     * @throws RepairNeededException if an inverse is missing or lossy: then nothing is taken back
     */
    String takeBack(Journal done) {
        List<Step> steps = steps(done);
        WorkTransaction transaction = new WorkTransaction(run.session(), List.of());
        try {
            transaction.begin();
            for (Step step : steps) {
                StepPlan plan = new StepPlan(step, List.of(), null, null, true, true, true);
                new StepRun(run, migration, plan, findings).run();
            }
            run.session().execute(run.writer().stepsGone(migration));
            run.session().execute(run.writer().rolledBack(migration));
            transaction.commit();
            return "as it was before this migration: what was done was taken back by its inverses";
        } catch (StepFailure failure) {
            transaction.rollback();
            throw partial(String.valueOf(failure.cause().getMessage()));
        } catch (SQLException e) {
            transaction.rollback();
            throw partial(String.valueOf(e.getMessage()));
        } catch (GodwitException e) {
            transaction.rollback();
            throw partial(String.valueOf(e.getMessage()));
        }
    }

    private List<Step> steps(Journal done) {
        boolean exact = done.steps().stream()
                .flatMap(step -> step.entries().stream())
                .allMatch(entry ->
                        entry.inverse().undo() == Undo.EXACT || entry.goesWith(DerivedDown.droppedBy(List.of(done))));
        if (!exact) {
            throw partial("a step that is done has no exact inverse");
        }
        try {
            return new DerivedDown(migration, done, DerivedDown.droppedBy(List.of(done))).steps(new ArrayList<>());
        } catch (PlanRefusedException e) {
            throw partial(String.valueOf(e.getMessage()));
        }
    }

    private RepairNeededException partial(String why) {
        return new RepairNeededException("Migration " + migration + " failed, and is partial: " + why
                + ".\n  database: the steps that godwit_step records as done are done, the others are not"
                + "\n  next: correct the cause and run again; it goes on with the step that failed");
    }
}
