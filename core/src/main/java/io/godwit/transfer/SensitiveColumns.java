package io.godwit.transfer;

import io.godwit.dialect.Dialect;
import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The columns that documents call sensitive, under the names that they have now: no database remembers the word. It is told the operations
 * that were applied, in their order. For one thread.
 */
public final class SensitiveColumns implements Consumer<Operation> {

    private final Dialect dialect;
    private final Map<TableName, Set<Name>> columns = new HashMap<>();

    /** None yet, of a database of this engine. */
    public SensitiveColumns(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void accept(Operation operation) {
        if (operation instanceof CreateTable create) {
            create.table().columns().forEach(column -> add(create.table().name(), column));
        } else if (operation instanceof AddColumn add) {
            add(add.table(), add.column());
        } else if (operation instanceof RenameColumn rename) {
            if (of(rename.table()).contains(rename.from())) {
                columns(rename.table()).remove(rename.from());
                columns(rename.table()).add(rename.to());
            }
        } else if (operation instanceof DropColumn drop) {
            columns(drop.table()).remove(drop.column());
        } else if (operation instanceof RenameTable rename) {
            Set<Name> renamed = columns.remove(dialect.known(rename.from()));
            if (renamed != null) {
                columns.put(dialect.known(rename.to()), renamed);
            }
        } else if (operation instanceof DropTable drop) {
            columns.remove(dialect.known(drop.table()));
        }
    }

    private void add(TableName table, Column column) {
        if (column.sensitive()) {
            columns(table).add(column.name());
        }
    }

    private Set<Name> columns(TableName table) {
        return columns.computeIfAbsent(dialect.known(table), none -> new HashSet<>());
    }

    /** Whether no document calls any column so. */
    public boolean isEmpty() {
        return columns.values().stream().allMatch(Set::isEmpty);
    }

    /** Those of a table. */
    public Set<Name> of(TableName table) {
        return Set.copyOf(columns.getOrDefault(dialect.known(table), Set.of()));
    }
}
