package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.Grant;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.OperationVisitor;
import io.godwit.operation.RefreshView;
import io.godwit.operation.Revoke;
import io.godwit.operation.Sql;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The inverses of what is no column, constraint or index of a table. Not thread-safe. */
abstract class ObjectInverses implements OperationVisitor<Inverse> {

    private final SchemaView before;
    private final String engine;

    ObjectInverses(SchemaView before, String engine) {
        this.before = before;
        this.engine = engine;
    }

    // Views.

    @Override
    public Inverse visit(CreateView operation) {
        TableName name = operation.view().name();
        Optional<View> former = operation.orReplace() ? before.view(name) : Optional.empty();
        return Inverse.exact(
                former.<Operation>map(view -> new CreateView(view, true)).orElseGet(() -> new DropView(name, false)));
    }

    @Override
    public Inverse visit(DropView operation) {
        return before.view(operation.view())
                .map(view -> Inverse.exact(new CreateView(view, false)))
                .orElseGet(() -> operation.ifExists() ? Inverse.exact() : unknown(operation.view()));
    }

    @Override
    public Inverse visit(RefreshView operation) {
        return Inverse.exact();
    }

    // Rows.

    @Override
    public Inverse visit(InsertRows operation) {
        return before.table(operation.table())
                .map(table -> new InsertedRows(table, operation).inverse())
                .orElseGet(() -> unknown(operation.table()));
    }

    @Override
    public Inverse visit(UpsertRows operation) {
        return Inverse.none("upsertRows does not know which rows were there before");
    }

    @Override
    public Inverse visit(UpdateRows operation) {
        return Inverse.none("updateRows does not keep the values that it changed");
    }

    @Override
    public Inverse visit(DeleteRows operation) {
        return Inverse.none("deleteRows does not keep the rows that it deleted");
    }

    // Triggers, schemas, sequences, extensions, privileges, text.

    @Override
    public Inverse visit(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        return Inverse.exact(new DropTrigger(trigger.table(), trigger.name()));
    }

    @Override
    public Inverse visit(DropTrigger operation) {
        return withTable(
                operation.table(),
                table -> new TableParts(table)
                        .trigger(operation.trigger(), engine)
                        .map(Inverse::exact)
                        .orElseGet(
                                () -> Inverse.none("there is no trigger " + operation.trigger() + " to bring back")));
    }

    @Override
    public Inverse visit(CreateSchema operation) {
        return before.hasSchema(operation.schema())
                ? Inverse.exact()
                : Inverse.exact(new DropSchema(operation.schema(), true));
    }

    @Override
    public Inverse visit(DropSchema operation) {
        return Inverse.exact(new CreateSchema(operation.schema()));
    }

    @Override
    public Inverse visit(CreateSequence operation) {
        return Inverse.exact(new DropSequence(operation.sequence().name()));
    }

    @Override
    public Inverse visit(DropSequence operation) {
        return before.sequence(operation.sequence())
                .map(sequence -> Inverse.lossy(
                        "sequence " + operation.sequence() + " starts again from its first number",
                        List.of(new CreateSequence(sequence))))
                .orElseGet(() -> unknown(operation.sequence()));
    }

    /** An extension belongs to the whole database and others may use it: it stays. */
    @Override
    public Inverse visit(CreateExtension operation) {
        return Inverse.exact();
    }

    @Override
    public Inverse visit(DropExtension operation) {
        return Inverse.exact(new CreateExtension(operation.extension()));
    }

    @Override
    public Inverse visit(Grant operation) {
        return Inverse.exact(new Revoke(operation.privileges(), operation.on(), operation.to()));
    }

    @Override
    public Inverse visit(Revoke operation) {
        return Inverse.exact(new Grant(operation.privileges(), operation.on(), operation.from()));
    }

    @Override
    public Inverse visit(Sql operation) {
        return Inverse.none("SQL text has no inverse that can be derived");
    }

    protected final Inverse withTable(TableName name, Function<Table, Inverse> inverse) {
        return before.table(name).map(inverse).orElseGet(() -> unknown(name));
    }

    protected final Inverse withColumn(TableName name, Name column, Function<Column, Inverse> inverse) {
        return withTable(
                name,
                table -> table.column(column)
                        .map(inverse)
                        .orElseGet(() -> Inverse.none("there is no column " + column + " in " + name)));
    }

    protected static Inverse unknown(TableName name) {
        return Inverse.none("what " + name + " looked like before is not known");
    }
}
