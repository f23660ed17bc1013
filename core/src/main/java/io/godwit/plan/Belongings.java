package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps a way back from dropping what was handed over to another plugin since. For the thread that owns the connection. */
public final class Belongings {

    private final Owners owners;

    public Belongings(Owners owners) {
        this.owners = owners;
    }

    /**
     * The same plan.
     *
     * @throws PlanRefusedException with all that it would drop and that belongs to others
     */
    public Plan respectedBy(Plan plan) {
        List<String> found = new ArrayList<>();
        for (MigrationPlan migration : plan.migrations()) {
            if (migration.direction() == Direction.DOWN) {
                migration.steps().stream()
                        .flatMap(step -> step.scripts().stream())
                        .flatMap(script -> script.operations().stream())
                        .forEach(operation -> dropped(operation)
                                .flatMap(owners::of)
                                .filter(owned -> !owned.pluginId()
                                        .equals(migration.migration().pluginId()))
                                .ifPresent(owned -> found.add(migration.id() + " would drop " + owned.name()
                                        + ", which belongs to plugin " + owned.pluginId())));
            }
        }
        if (!found.isEmpty()) {
            throw new PlanRefusedException(String.join("\n", found)
                    + "\nNothing was changed. Hand it back first (transferOwnership), or uninstall with \"keep\".");
        }
        return plan;
    }

    private static Optional<TableName> dropped(Operation operation) {
        if (operation instanceof DropTable drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof DropView drop) {
            return Optional.of(drop.view());
        } else if (operation instanceof DropSequence drop) {
            return Optional.of(drop.sequence());
        }
        return Optional.empty();
    }
}
