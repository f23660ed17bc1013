package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.migration.Step;
import io.godwit.migration.Transform;
import io.godwit.operation.CreateTable;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.schema.TableName;
import java.util.HashSet;
import java.util.Set;

/** The tables that a plan makes and surely leaves without rows. For one use. */
public final class FreshTables {

    private final Dialect dialect;
    private final Set<TableName> made = new HashSet<>();
    private final Set<TableName> written = new HashSet<>();
    private boolean unsure;

    private FreshTables(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Under the names that the engine knows them by; none where SQL might have written anything. */
    public static Set<TableName> of(Dialect dialect, Plan plan) {
        FreshTables fresh = new FreshTables(dialect);
        for (MigrationPlan migration : plan.migrations()) {
            if (migration.handling() == Handling.RUN) {
                migration.steps().forEach(step -> fresh.look(step.step()));
            }
        }
        fresh.made.removeAll(fresh.written);
        return fresh.unsure ? Set.of() : fresh.made;
    }

    private void look(Step step) {
        Transform transform = step.transform();
        if (transform != null) {
            written.add(dialect.known(transform.target()));
        }
        unsure |= step.sql() != null;
        step.operations().forEach(this::look);
    }

    private void look(Operation operation) {
        if (operation instanceof Sql) {
            unsure = true;
        } else if (operation instanceof CreateTable create && !create.ifNotExists()) {
            made.add(dialect.known(create.table().name()));
        } else {
            RowTarget.of(operation).forEach(table -> written.add(dialect.known(table)));
        }
    }
}
