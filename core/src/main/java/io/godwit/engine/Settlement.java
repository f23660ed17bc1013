package io.godwit.engine;

import io.godwit.dialect.SchemaView;
import io.godwit.failure.RepairNeededException;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.StepPlan;
import io.godwit.schema.Naming;
import java.util.List;

/** Settles a step that an interrupted run was about to do, by looking whether its effect is there; it never guesses. */
final class Settlement {

    private final SchemaView live;
    private final Naming naming;

    /** By the database as it is now. */
    Settlement(Run run) {
        this.live = new LiveSchema(
                run.session().dialect().introspector(), run.session().connection());
        this.naming = run.session().dialect().naming();
    }

    /**
     * Whether the statement is done that an interrupted run was about to run.
     *
     * @param operations whose statement it is
     * @param whole whether they have no other; of several, each is tried again, and the engine says if it ran
     * @throws RepairNeededException if neither can tell
     */
    boolean isDone(String migration, String step, List<Operation> operations, boolean whole) {
        if (operations.isEmpty() || operations.stream().anyMatch(Sql.class::isInstance)) {
            throw doubt(migration, step);
        }
        OperationEffect effect = new OperationEffect(live, naming);
        return whole && operations.stream().allMatch(effect::isThere);
    }

    /**
     * Whether the step's effect is there.
     *
     * @throws RepairNeededException if the catalog cannot tell
     */
    boolean isDone(String migration, StepPlan plan) {
        List<Operation> operations = plan.scripts().stream()
                .flatMap(script -> script.operations().stream())
                .toList();
        boolean tellable = operations.stream()
                .allMatch(operation -> operation instanceof CreateIndex || operation instanceof DropIndex);
        if (operations.isEmpty() || !tellable) {
            throw doubt(migration, plan.step().id());
        }
        return operations.stream().allMatch(new OperationEffect(live, naming)::isThere);
    }

    private static RepairNeededException doubt(String migration, String step) {
        return new RepairNeededException("Migration " + migration + " was interrupted in step " + step
                + ", whose statements commit by themselves, and the catalog cannot tell whether the last one was done."
                + "\n  database: the steps that godwit_step records as done are done"
                + "\n  next: look whether the step's statements took effect; if so, set its row in godwit_step to"
                + " 'done', else delete that row; then run again");
    }
}
