package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.dialect.TableChange;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Derives what takes an operation back, from the operation and the schema before it. Not thread-safe. */
public final class Inverses extends ObjectInverses {

    private final SchemaView before;
    private final Naming naming;
    private final String engine;

    /**
     * Inverses of operations that start from one schema.
     *
     * @param before the schema just before the operation
     * @param naming how the dialect names what has no name
     * @param engine the key under which what only the engine can say is kept
     */
    public Inverses(SchemaView before, Naming naming, String engine) {
        super(before, engine);
        this.before = before;
        this.naming = naming;
        this.engine = engine;
    }

    public Inverse of(Operation operation) {
        return operation.accept(this);
    }

    // Tables and columns.

    @Override
    public Inverse visit(CreateTable operation) {
        TableName name = operation.table().name();
        return operation.ifNotExists() && before.table(name).isPresent()
                ? Inverse.exact()
                : Inverse.exact(new DropTable(name, false, false));
    }

    @Override
    public Inverse visit(DropTable operation) {
        return before.table(operation.table())
                .map(table -> new DroppedTable(table, before, engine).inverse(operation.cascade()))
                .orElseGet(() -> operation.ifExists() ? Inverse.exact() : unknown(operation.table()));
    }

    @Override
    public Inverse visit(RenameTable operation) {
        RenameTable back = new RenameTable(operation.to(), operation.from());
        return before.table(operation.from())
                .filter(table -> !comesBack(table, operation))
                .map(table -> Inverse.lossy(
                        "a constraint or an index of " + operation.from() + " comes back under another name",
                        List.of(back)))
                .orElseGet(() -> Inverse.exact(back));
    }

    private boolean comesBack(Table table, RenameTable operation) {
        Table there = new TableChange(table, naming).renamed(operation.to());
        return new TableChange(there, naming).renamed(operation.from()).equals(table);
    }

    @Override
    public Inverse visit(CommentOn operation) {
        Name column = operation.column();
        return withTable(operation.table(), table -> {
            String comment = column == null
                    ? table.comment()
                    : table.column(column).map(Column::comment).orElse(null);
            return Inverse.exact(new CommentOn(operation.table(), column, comment));
        });
    }

    @Override
    public Inverse visit(AddColumn operation) {
        boolean there = operation.ifNotExists()
                && before.table(operation.table())
                        .flatMap(table -> table.column(operation.column().name()))
                        .isPresent();
        return there
                ? Inverse.exact()
                : Inverse.exact(
                        new DropColumn(operation.table(), operation.column().name(), false));
    }

    @Override
    public Inverse visit(DropColumn operation) {
        Optional<Table> table = before.table(operation.table());
        if (operation.ifExists()
                && table.flatMap(known -> known.column(operation.column())).isEmpty()) {
            return Inverse.exact();
        }
        return withColumn(
                operation.table(),
                operation.column(),
                column -> new DroppedColumn(table.orElseThrow(), column, engine).inverse());
    }

    @Override
    public Inverse visit(RenameColumn operation) {
        return Inverse.exact(new RenameColumn(operation.table(), operation.to(), operation.from()));
    }

    @Override
    public Inverse visit(ChangeType operation) {
        return withColumn(operation.table(), operation.column(), column -> {
            List<Operation> back = List.of(new ChangeType(operation.table(), operation.column(), column.type(), null));
            return operation.using() == null && Widening.holds(column.type(), operation.type())
                    ? Inverse.exact(back)
                    : Inverse.lossy(
                            "values of " + operation.column() + " that changed with its type stay changed", back);
        });
    }

    @Override
    public Inverse visit(SetNotNull operation) {
        return withColumn(operation.table(), operation.column(), column -> {
            if (!column.nullable()) {
                return Inverse.exact();
            }
            List<Operation> back = List.of(new DropNotNull(operation.table(), operation.column()));
            return operation.backfill() == null
                    ? Inverse.exact(back)
                    : Inverse.lossy(
                            "rows of " + operation.column() + " that were NULL keep the backfilled value", back);
        });
    }

    @Override
    public Inverse visit(DropNotNull operation) {
        return withColumn(
                operation.table(),
                operation.column(),
                column -> column.nullable()
                        ? Inverse.exact()
                        : Inverse.exact(new SetNotNull(operation.table(), operation.column(), null)));
    }

    @Override
    public Inverse visit(SetDefault operation) {
        return formerDefault(operation.table(), operation.column());
    }

    @Override
    public Inverse visit(DropDefault operation) {
        return formerDefault(operation.table(), operation.column());
    }

    private Inverse formerDefault(TableName table, Name column) {
        return withColumn(table, column, former -> {
            Value value = former.defaultValue();
            return Inverse.exact(value == null ? new DropDefault(table, column) : new SetDefault(table, column, value));
        });
    }

    // Constraints and indexes.

    @Override
    public Inverse visit(AddPrimaryKey operation) {
        return withTable(operation.table(), table -> {
            List<Operation> back = new ArrayList<>();
            back.add(new DropPrimaryKey(operation.table()));
            table.columns().stream()
                    .filter(column ->
                            column.nullable() && operation.key().columns().contains(column.name()))
                    .forEach(column -> back.add(new DropNotNull(operation.table(), column.name())));
            return Inverse.exact(back);
        });
    }

    @Override
    public Inverse visit(DropPrimaryKey operation) {
        return withTable(operation.table(), table -> {
            PrimaryKey key = table.primaryKey();
            return key == null ? Inverse.exact() : Inverse.exact(new AddPrimaryKey(operation.table(), key));
        });
    }

    @Override
    public Inverse visit(AddForeignKey operation) {
        return dropConstraint(
                operation.table(),
                naming.name(operation.table(), operation.key()).name());
    }

    @Override
    public Inverse visit(AddUnique operation) {
        return dropConstraint(
                operation.table(),
                naming.name(operation.table(), operation.key()).name());
    }

    @Override
    public Inverse visit(AddCheck operation) {
        return dropConstraint(
                operation.table(),
                naming.name(operation.table(), operation.check()).name());
    }

    private static Inverse dropConstraint(TableName table, @Nullable Name name) {
        return name == null
                ? Inverse.none("the constraint has no name")
                : Inverse.exact(new DropConstraint(table, name));
    }

    @Override
    public Inverse visit(DropConstraint operation) {
        return withTable(
                operation.table(),
                table -> new TableParts(table)
                        .constraint(operation.constraint(), engine)
                        .map(Inverse::exact)
                        .orElseGet(() ->
                                Inverse.none("there is no constraint " + operation.constraint() + " to bring back")));
    }

    @Override
    public Inverse visit(CreateIndex operation) {
        Name name = naming.name(operation.table(), operation.index()).name();
        boolean there = operation.ifNotExists()
                && before.table(operation.table()).stream()
                        .flatMap(table -> table.indexes().stream())
                        .anyMatch(index -> index.name() != null && index.name().equals(name));
        if (there || name == null) {
            return Inverse.exact();
        }
        return Inverse.exact(new DropIndex(operation.table(), name, false, false));
    }

    @Override
    public Inverse visit(DropIndex operation) {
        return withTable(
                operation.table(),
                table -> new TableParts(table)
                        .index(operation.index(), engine)
                        .map(Inverse::exact)
                        .orElseGet(() -> operation.ifExists()
                                ? Inverse.exact()
                                : Inverse.none("there is no index " + operation.index() + " to bring back")));
    }

    @Override
    public Inverse visit(RenameIndex operation) {
        return Inverse.exact(new RenameIndex(operation.table(), operation.to(), operation.from()));
    }
}
