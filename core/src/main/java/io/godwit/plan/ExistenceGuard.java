package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.failure.PlanRefusedException;
import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Settles {@code ifExists} and {@code ifNotExists} by looking: nothing to do, something to do, or another shape is there. */
final class ExistenceGuard {

    private final SchemaView schema;

    ExistenceGuard(SchemaView schema) {
        this.schema = schema;
    }

    /**
     * Whether the operation has nothing to do.
     *
     * @throws PlanRefusedException if an object of that name and another shape is there
     */
    boolean nothingToDo(Operation operation) {
        if (operation instanceof CreateTable create && create.ifNotExists()) {
            return there(create.table());
        } else if (operation instanceof AddColumn add && add.ifNotExists()) {
            return column(add.table(), add.column().name())
                    .map(column -> same(add, column))
                    .orElse(false);
        } else if (operation instanceof CreateIndex create && create.ifNotExists()) {
            return index(create).isPresent();
        }
        return schema.complete() && nothingToDrop(operation);
    }

    private boolean nothingToDrop(Operation operation) {
        if (operation instanceof DropTable drop && drop.ifExists()) {
            return schema.table(drop.table()).isEmpty();
        } else if (operation instanceof DropColumn drop && drop.ifExists()) {
            return column(drop.table(), drop.column()).isEmpty();
        } else if (operation instanceof DropIndex drop && drop.ifExists()) {
            return schema.table(drop.table())
                    .flatMap(table -> new TableParts(table).index(drop.index()))
                    .isEmpty();
        } else if (operation instanceof DropView drop && drop.ifExists()) {
            return schema.view(drop.view()).isEmpty();
        } else if (operation instanceof DropSchema drop && drop.ifEmpty()) {
            return !schema.hasSchema(drop.schema())
                    || !schema.objectsIn(drop.schema()).isEmpty();
        }
        return false;
    }

    private boolean there(Table wanted) {
        Optional<Table> found = schema.table(wanted.name());
        if (found.isEmpty()) {
            return false;
        }
        List<Name> wantedColumns =
                wanted.columns().stream().map(Column::name).sorted().toList();
        List<Name> foundColumns =
                found.get().columns().stream().map(Column::name).sorted().toList();
        if (!wantedColumns.equals(foundColumns)) {
            throw otherShape("table " + wanted.name(), "columns " + foundColumns, "columns " + wantedColumns);
        }
        wanted.columns()
                .forEach(column ->
                        found.get().column(column.name()).ifPresent(other -> same(wanted.name(), column, other)));
        return true;
    }

    private boolean same(AddColumn add, Column found) {
        same(add.table(), add.column(), found);
        return true;
    }

    private static void same(TableName table, Column wanted, Column found) {
        if (!wanted.type().equals(found.type())) {
            throw otherShape("column " + table + "." + wanted.name(), "type " + found.type(), "type " + wanted.type());
        }
    }

    private Optional<Column> column(TableName table, Name column) {
        return schema.table(table).flatMap(known -> known.column(column));
    }

    private Optional<Index> index(CreateIndex create) {
        Name name = create.index().name();
        Optional<Index> found = schema.table(create.table()).stream()
                .flatMap(table -> table.indexes().stream())
                .filter(index -> name != null && name.equals(index.name()))
                .findFirst();
        found.filter(index -> index.unique() != create.index().unique()
                        || index.columns().size() != create.index().columns().size())
                .ifPresent(index -> {
                    throw otherShape("index " + name, describe(index), describe(create.index()));
                });
        return found;
    }

    private static String describe(Index index) {
        return (index.unique() ? "unique, " : "") + index.columns().size() + " column(s)";
    }

    private static PlanRefusedException otherShape(String what, String found, String wanted) {
        return new PlanRefusedException(what + " is there already with another shape (" + found + "; wanted: " + wanted
                + "). Nothing was changed. Rename one of them, or change the one that is there in a migration.");
    }
}
