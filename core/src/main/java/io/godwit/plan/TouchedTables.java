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
    private String unread = "";

    private TouchedTables() {}

    /**
     * Each once, in the order in which they are first touched.
     *
     * @throws PlanRefusedException if a step runs SQL that Godwit does not read
     */
    public static List<TableName> of(List<MigrationPlan> migrations) {
        TouchedTables tables = read(migrations);
        if (!tables.unread.isEmpty()) {
            throw new PlanRefusedException("Migration " + tables.unread
                    + ": which rows would be lost cannot be told. Nothing was changed. Drop or keep"
                    + " what the plugin made instead, after a backup of your own.");
        }
        return List.copyOf(tables.touched);
    }

    /**
     * As {@link #of}, as far as can be told.
     *
     * @param tables each once, in the order in which they are first touched
     * @param complete whether no step runs SQL that Godwit does not read
     */
    public record Known(List<TableName> tables, boolean complete) {}

    /** What can be told of them. */
    public static Known known(List<MigrationPlan> migrations) {
        TouchedTables tables = read(migrations);
        return new Known(List.copyOf(tables.touched), tables.unread.isEmpty());
    }

    private static TouchedTables read(List<MigrationPlan> migrations) {
        TouchedTables tables = new TouchedTables();
        migrations.forEach(tables::add);
        return tables;
    }

    private void add(MigrationPlan migration) {
        for (StepPlan step : migration.steps()) {
            for (Operation operation : operations(step)) {
                OperationTouch.of(operation, List.of()).forEach(touch -> add(touch, migration.id(), step));
                if (operation instanceof RenameTable rename) {
                    formerNames.put(rename.to(), former(rename.from()));
                }
            }
            OperationTouch.ofTransform(step.step()).forEach(touch -> add(touch, migration.id(), step));
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
        if (touch.effect() == Touch.Effect.UNKNOWN && unread.isEmpty()) {
            unread = migration + " goes back by SQL that Godwit does not read (step "
                    + step.step().id() + ")";
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
