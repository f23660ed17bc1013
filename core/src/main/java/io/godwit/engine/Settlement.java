package io.godwit.engine;

import io.godwit.dialect.SchemaView;
import io.godwit.failure.RepairNeededException;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.operation.Operation;
import io.godwit.plan.StepPlan;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settles a step that an interrupted run was about to do, by looking whether its effect is there; it never guesses. */
final class Settlement {

    private final SchemaView live;
    private final Naming naming;

    Settlement(SchemaView live, Naming naming) {
        this.live = live;
        this.naming = naming;
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
            throw new RepairNeededException("Migration " + migration + " was interrupted in step "
                    + plan.step().id()
                    + ", which runs outside a transaction, and the catalog cannot tell whether it was done."
                    + "\n  database: the steps that godwit_step records as done are done"
                    + "\n  next: look whether the step's statements took effect; if so, set its row in godwit_step to"
                    + " 'done', else delete that row; then run again");
        }
        return operations.stream().allMatch(this::isDone);
    }

    private boolean isDone(Operation operation) {
        if (operation instanceof CreateIndex create) {
            return hasIndex(
                    create.table(), naming.name(create.table(), create.index()).name());
        }
        DropIndex drop = (DropIndex) operation;
        return !hasIndex(drop.table(), drop.index());
    }

    private boolean hasIndex(TableName table, @Nullable Name name) {
        return live.table(table).stream()
                .flatMap(known -> known.indexes().stream())
                .anyMatch(index -> index.name() != null && index.name().equals(name));
    }
}
