package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables that a plan drops, changes or takes rows from, by the names that they have before it. For one use. */
public final class TouchedTables {

    private final Set<TableName> touched = new LinkedHashSet<>();
    private final Map<TableName, TableName> formerNames = new HashMap<>();
    private final Set<TableName> made = new HashSet<>();

    private TouchedTables() {}

    /**
     * Each once, in the order in which they are first touched.
     *
     * @throws PlanRefusedException if a step runs SQL that Godwit does not read
     */
    public static List<TableName> of(List<MigrationPlan> migrations) {
        TouchedTables tables = new TouchedTables();
        migrations.forEach(tables::add);
        return List.copyOf(tables.touched);
    }

    private void add(MigrationPlan migration) {
        for (StepPlan step : migration.steps()) {
            for (Operation operation : operations(step)) {
                OperationTouch.of(operation, List.of()).forEach(touch -> add(touch, migration.id(), step));
                if (operation instanceof RenameTable rename) {
                    formerNames.put(rename.to(), former(rename.from()));
                }
            }
        }
    }

    private static List<Operation> operations(StepPlan step) {
        if (step.deferred() && step.scripts().isEmpty()) {
            return step.step().allOperations();
        }
        List<Operation> operations = new ArrayList<>();
        step.scripts().forEach(script -> operations.addAll(script.operations()));
        return operations;
    }

    private void add(Touch touch, String migration, StepPlan step) {
        if (touch.effect() == Touch.Effect.UNKNOWN) {
            throw new PlanRefusedException("Migration " + migration
                    + " goes back by SQL that Godwit does not read (step "
                    + step.step().id() + "): which rows would be lost cannot be told. Nothing was changed. Drop or keep"
                    + " what the plugin made instead, after a backup of your own.");
        }
        if (touch.kind() != Touch.Kind.TABLE) {
            return;
        }
        TableName table = TableName.parse(touch.name());
        switch (touch.effect()) {
            case MADE -> made.add(table);
            case DROPPED, ALTERED, ROWS -> {
                if (!made.contains(table)) {
                    touched.add(former(table));
                }
            }
            default -> {}
        }
    }

    private TableName former(TableName table) {
        return formerNames.getOrDefault(table, table);
    }
}
