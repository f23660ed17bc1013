package io.godwit.dialect.sqlite;

import io.godwit.dialect.TableChange;
import io.godwit.operation.AddColumn;
import io.godwit.operation.ChangeType;
import io.godwit.operation.DropColumn;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Expression;
import io.godwit.schema.Table;
import java.util.List;

/** Which consecutive changes of one table share a rebuild. */
final class RebuildGroup {

    private final Table before;

    /** @param before the table before the first of the changes */
    RebuildGroup(Table before) {
        this.before = before;
    }

    /**
     * How many of the first operations belong together: up to the last one that needs a rebuild, as long as every expression that
     * reads a row can still read it from the table as it was.
     */
    int size(List<Operation> operations) {
        Table table = before;
        int seen = 0;
        int size = 1;
        boolean valuesChanged = false;
        for (Operation operation : operations) {
            if (!isOnTable(operation) || operation instanceof RenameColumn || (valuesChanged && readsRow(operation))) {
                break;
            }
            seen++;
            if (!new NativeChange(table).does(operation)) {
                size = seen;
            }
            valuesChanged |= changesValues(operation);
            table = new TableChange(table, SqliteDialect.NAMING).after(operation);
        }
        return size;
    }

    boolean needsRebuild(List<Operation> operations) {
        Table table = before;
        for (Operation operation : operations) {
            if (!new NativeChange(table).does(operation)) {
                return true;
            }
            table = new TableChange(table, SqliteDialect.NAMING).after(operation);
        }
        return false;
    }

    private boolean isOnTable(Operation operation) {
        return TableChange.tableOf(operation)
                .filter(name -> name.folded().equals(before.name().folded()))
                .isPresent();
    }

    private static boolean readsRow(Operation operation) {
        return (operation instanceof ChangeType change && change.using() != null)
                || (operation instanceof SetNotNull set && set.backfill() instanceof Expression);
    }

    private static boolean changesValues(Operation operation) {
        return operation instanceof AddColumn
                || operation instanceof DropColumn
                || operation instanceof ChangeType
                || (operation instanceof SetNotNull set && set.backfill() != null);
    }
}
