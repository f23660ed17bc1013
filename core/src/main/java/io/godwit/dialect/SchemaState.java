package io.godwit.dialect;

import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The schema at one point of a plan: what a base view knows, changed by the operations {@linkplain #apply applied} since.
 *
 * <p>Mutable, for one thread; touches no connection itself, though its base may.
 */
public final class SchemaState implements SchemaView {

    private final SchemaView base;
    private final Naming naming;
    private final Map<TableName, Optional<Table>> tables = new TreeMap<>();
    private final Map<TableName, Optional<View>> views = new HashMap<>();
    private final Map<TableName, Optional<Sequence>> sequences = new HashMap<>();
    private final Map<Name, Boolean> schemas = new HashMap<>();

    /**
     * @param base what is known before the first operation
     * @param naming how the dialect names what has no name
     */
    public SchemaState(SchemaView base, Naming naming) {
        this.base = base;
        this.naming = naming;
    }

    @Override
    public Optional<Table> table(TableName name) {
        return tables.computeIfAbsent(name, base::table);
    }

    @Override
    public Optional<View> view(TableName name) {
        return views.computeIfAbsent(name, base::view);
    }

    @Override
    public Optional<Sequence> sequence(TableName name) {
        return sequences.computeIfAbsent(name, base::sequence);
    }

    @Override
    public boolean hasSchema(Name name) {
        return schemas.computeIfAbsent(name, base::hasSchema);
    }

    @Override
    public List<Table> referencing(TableName name) {
        base.referencing(name).forEach(table -> tables.putIfAbsent(table.name(), Optional.of(table)));
        return tables.values().stream()
                .flatMap(Optional::stream)
                .filter(table ->
                        table.foreignKeys().stream().anyMatch(key -> key.table().equals(name)))
                .toList();
    }

    @Override
    public List<TableName> objectsIn(Name schema) {
        Set<TableName> objects = new TreeSet<>(base.objectsIn(schema));
        List.of(tables, views, sequences)
                .forEach(known -> known.keySet().stream()
                        .filter(name -> name.schema().equals(Optional.of(schema)))
                        .forEach(objects::add));
        return objects.stream().filter(this::isThere).toList();
    }

    private boolean isThere(TableName name) {
        return table(name).isPresent()
                || view(name).isPresent()
                || sequence(name).isPresent();
    }

    @Override
    public boolean complete() {
        return base.complete();
    }

    /** Changes this state as the operation changes a database; what is not known stays unknown. */
    public void apply(Operation operation) {
        if (operation instanceof CreateTable create) {
            createTable(create);
        } else if (operation instanceof DropTable drop) {
            dropTable(drop);
        } else if (operation instanceof RenameTable rename) {
            renameTable(rename);
        } else if (operation instanceof RenameColumn rename) {
            renameColumn(rename);
        } else if (!applyToOthers(operation)) {
            TableChange.tableOf(operation)
                    .flatMap(this::table)
                    .ifPresent(table -> put(new TableChange(table, naming).after(operation)));
        }
    }

    private boolean applyToOthers(Operation operation) {
        if (operation instanceof CreateView create) {
            views.put(create.view().name(), Optional.of(create.view()));
        } else if (operation instanceof DropView drop) {
            views.put(drop.view(), Optional.empty());
        } else if (operation instanceof CreateSequence create) {
            sequences.put(create.sequence().name(), Optional.of(create.sequence()));
        } else if (operation instanceof DropSequence drop) {
            sequences.put(drop.sequence(), Optional.empty());
        } else if (operation instanceof CreateSchema create) {
            schemas.put(create.schema(), true);
        } else if (operation instanceof DropSchema drop) {
            schemas.put(drop.schema(), false);
        } else {
            return false;
        }
        return true;
    }

    private void put(Table table) {
        tables.put(table.name(), Optional.of(table));
    }

    private void createTable(CreateTable create) {
        if (!create.ifNotExists() || table(create.table().name()).isEmpty()) {
            put(create.table().normalised(naming));
        }
    }

    private void dropTable(DropTable drop) {
        if (drop.cascade()) {
            for (Table table : referencing(drop.table())) {
                put(table.withForeignKeys(table.foreignKeys().stream()
                        .filter(key -> !key.table().equals(drop.table()))
                        .toList()));
            }
        }
        tables.put(drop.table(), Optional.empty());
    }

    private void renameTable(RenameTable rename) {
        List<Table> referring = referencing(rename.from());
        Optional<Table> renamed = table(rename.from());
        tables.put(rename.from(), Optional.empty());
        renamed.ifPresent(table -> put(new TableChange(table, naming).renamed(rename.to())));
        for (Table table : referring) {
            TableName at = table.name().equals(rename.from()) ? rename.to() : table.name();
            table(at)
                    .ifPresent(current -> put(current.withForeignKeys(current.foreignKeys().stream()
                            .map(key -> retarget(key, rename))
                            .toList())));
        }
    }

    private static ForeignKey retarget(ForeignKey key, RenameTable rename) {
        return key.table().equals(rename.from())
                ? new ForeignKey(
                        key.name(), key.columns(), rename.to(), key.referenced(), key.onDelete(), key.onUpdate())
                : key;
    }

    private void renameColumn(RenameColumn rename) {
        table(rename.table()).ifPresent(table -> put(new TableChange(table, naming).after(rename)));
        for (Table table : new ArrayList<>(referencing(rename.table()))) {
            put(table.withForeignKeys(table.foreignKeys().stream()
                    .map(key -> renameReferenced(key, rename))
                    .toList()));
        }
    }

    private static ForeignKey renameReferenced(ForeignKey key, RenameColumn rename) {
        if (!key.table().equals(rename.table())) {
            return key;
        }
        List<Name> referenced = key.referenced().stream()
                .map(column -> column.equals(rename.from()) ? rename.to() : column)
                .toList();
        return new ForeignKey(key.name(), key.columns(), key.table(), referenced, key.onDelete(), key.onUpdate());
    }
}
