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
import io.godwit.schema.Query;
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
import java.util.function.UnaryOperator;

/**
 * The schema at one point of a plan: what a base view knows, changed by the operations {@linkplain #apply applied} since.
 *
 * <p>Mutable, for one thread; touches no connection itself, though its base may.
 */
public final class SchemaState implements SchemaView {

    private final SchemaView base;
    private final Naming naming;
    private final UnaryOperator<TableName> known;
    private final Map<TableName, Optional<Table>> tables = new TreeMap<>();
    private final Map<TableName, Optional<View>> views = new HashMap<>();
    private final Map<TableName, Optional<Sequence>> sequences = new HashMap<>();
    private final Map<Name, Boolean> schemas = new HashMap<>();

    /**
     * A state that begins as its base.
     *
     * @param base what is known before the first operation
     * @param naming how the dialect names what has no name
     */
    public SchemaState(SchemaView base, Naming naming) {
        this(base, naming, UnaryOperator.identity());
    }

    /**
     * A state for one engine: without {@link Feature#SCHEMAS}, {@code a.b} and {@code a_b} are one table.
     *
     * @param base what is known before the first operation
     */
    public SchemaState(SchemaView base, Dialect dialect) {
        this(base, dialect.naming(), dialect::known);
    }

    private SchemaState(SchemaView base, Naming naming, UnaryOperator<TableName> known) {
        this.base = base;
        this.naming = naming;
        this.known = known;
    }

    /** The name under which the engine knows it. */
    private TableName known(TableName name) {
        return known.apply(name);
    }

    @Override
    public Optional<Table> table(TableName name) {
        return tables.computeIfAbsent(known(name), base::table);
    }

    @Override
    public List<Table> tables() {
        base.tables().forEach(table -> tables.putIfAbsent(known(table.name()), Optional.of(table)));
        return tables.values().stream().flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<View> view(TableName name) {
        return views.computeIfAbsent(known(name), base::view);
    }

    @Override
    public List<View> views() {
        Map<TableName, View> known = new TreeMap<>();
        base.views().forEach(view -> known.put(known(view.name()), view));
        views.forEach((name, view) -> {
            known.remove(name);
            view.ifPresent(present -> known.put(name, present));
        });
        return List.copyOf(known.values());
    }

    @Override
    public Optional<Sequence> sequence(TableName name) {
        return sequences.computeIfAbsent(known(name), base::sequence);
    }

    @Override
    public boolean hasSchema(Name name) {
        return schemas.computeIfAbsent(name, base::hasSchema);
    }

    @Override
    public List<Table> referencing(TableName name) {
        base.referencing(known(name)).forEach(table -> tables.putIfAbsent(known(table.name()), Optional.of(table)));
        return tables.values().stream()
                .flatMap(Optional::stream)
                .filter(table -> table.foreignKeys().stream().anyMatch(key -> isSame(key.table(), name)))
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
            views.put(known(create.view().name()), Optional.of(create.view()));
        } else if (operation instanceof DropView drop) {
            views.put(known(drop.view()), Optional.empty());
        } else if (operation instanceof CreateSequence create) {
            sequences.put(known(create.sequence().name()), Optional.of(create.sequence()));
        } else if (operation instanceof DropSequence drop) {
            sequences.put(known(drop.sequence()), Optional.empty());
        } else if (operation instanceof CreateSchema create) {
            schemas.put(create.schema(), true);
        } else if (operation instanceof DropSchema drop) {
            schemas.put(drop.schema(), false);
        } else {
            return false;
        }
        return true;
    }

    private boolean isSame(TableName one, TableName other) {
        return known(one).equals(known(other));
    }

    private void put(Table table) {
        tables.put(known(table.name()), Optional.of(table));
    }

    private void createTable(CreateTable create) {
        if (!create.ifNotExists() || table(create.table().name()).isEmpty()) {
            put(create.table().normalised(naming));
        }
    }

    private void dropTable(DropTable drop) {
        if (drop.cascade()) {
            new ViewGraph(this)
                    .transitivelyOf(drop.table())
                    .forEach(view -> views.put(known(view.name()), Optional.empty()));
            for (Table table : referencing(drop.table())) {
                put(table.withForeignKeys(table.foreignKeys().stream()
                        .filter(key -> !isSame(key.table(), drop.table()))
                        .toList()));
            }
        }
        tables.put(known(drop.table()), Optional.empty());
    }

    private void renameTable(RenameTable rename) {
        renameInViews(rename);
        List<Table> referring = referencing(rename.from());
        Optional<Table> renamed = table(rename.from());
        tables.put(known(rename.from()), Optional.empty());
        renamed.ifPresent(table -> put(new TableChange(table, naming).renamed(rename.to())));
        for (Table table : referring) {
            TableName at = isSame(table.name(), rename.from()) ? rename.to() : table.name();
            table(at)
                    .ifPresent(current -> put(current.withForeignKeys(current.foreignKeys().stream()
                            .map(key -> retarget(key, rename))
                            .toList())));
        }
    }

    /** Engines let views follow, and renderers do where the engine does not; a column of that name makes the text ambiguous. */
    private void renameInViews(RenameTable rename) {
        Name from = rename.from().name();
        Name to = rename.to().name();
        boolean column =
                table(rename.from()).flatMap(table -> table.column(from)).isPresent();
        if (!column && !from.equals(to)) {
            for (View view : new ViewGraph(this).of(rename.from())) {
                Query query = view.query();
                String text = new IdentifierText(query.text()).rename(from, to);
                views.put(
                        known(view.name()),
                        Optional.of(new View(
                                view.name(),
                                new Query(text, query.language(), query.position()),
                                view.materialized())));
            }
        }
    }

    private ForeignKey retarget(ForeignKey key, RenameTable rename) {
        return isSame(key.table(), rename.from())
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

    private ForeignKey renameReferenced(ForeignKey key, RenameColumn rename) {
        if (!isSame(key.table(), rename.table())) {
            return key;
        }
        List<Name> referenced = key.referenced().stream()
                .map(column -> column.equals(rename.from()) ? rename.to() : column)
                .toList();
        return new ForeignKey(key.name(), key.columns(), key.table(), referenced, key.onDelete(), key.onUpdate());
    }
}
