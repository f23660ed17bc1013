package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowStatements;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.operation.Sql;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders MySQL's and MariaDB's SQL; holds only what differs from {@link io.godwit.dialect.StandardRenderer}. */
class MySqlRenderer extends AbsentObjects {

    private final MySqlDialect dialect;

    MySqlRenderer(MySqlDialect dialect, RenderContext context) {
        super(dialect, context);
        this.dialect = dialect;
    }

    @Override
    protected MySqlText text() {
        return new MySqlText(dialect, context());
    }

    @Override
    protected RowStatements rows() {
        return new MySqlRows(dialect, context());
    }

    @Override
    public int together(List<Operation> operations) {
        return KeyedTypeChange.together(operations, context().schema());
    }

    @Override
    public List<Statement> render(List<Operation> operations) {
        StorageEngine storage = new StorageEngine(text(), context().schema());
        operations.forEach(storage::check);
        boolean keyed = operations.get(0) instanceof ChangeType change
                && KeyedTypeChange.isBound(change, context().schema());
        List<Statement> statements = keyed ? retyped(operations) : super.render(operations);
        if (operations.get(0) instanceof Sql) {
            storage.check(statements);
        }
        return statements;
    }

    private List<Statement> retyped(List<Operation> operations) {
        List<ChangeType> changes =
                operations.stream().map(ChangeType.class::cast).toList();
        SchemaState state = new SchemaState(context().schema(), dialect);
        List<String> statements = new ArrayList<>();
        for (ChangeType change : changes) {
            RenderContext before = new RenderContext(
                    state,
                    context().translator(),
                    context().typeMapping(),
                    context().notes());
            new MySqlRenderer(dialect, before).visit(change).forEach(statement -> statements.add(statement.sql()));
            state.apply(change);
        }
        return statements(new KeyedTypeChange(text(), context().schema()).around(changes, statements, state));
    }

    // Tables.

    @Override
    public List<Statement> visit(CreateTable operation) {
        return new MySqlTables(dialect, context()).create(operation);
    }

    @Override
    public List<Statement> visit(DropTable operation) {
        return new MySqlTables(dialect, context()).drop(operation);
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        List<String> statements = new ArrayList<>(context()
                .schema()
                .table(operation.from())
                .map(table -> new TableRenaming(text(), dialect, table, operation).statements())
                .orElseGet(() -> List.of("RENAME TABLE " + name(operation.from()) + " TO " + name(operation.to()))));
        new DependentViews(context().schema())
                .on(operation.from())
                .forEach(view -> statements.add(new FollowingView(text(), context(), view).sql(operation)));
        return statements(statements);
    }

    private void refuseViews(String construct, List<View> views) {
        if (!views.isEmpty()) {
            throw refuse(
                    construct,
                    views.stream().map(View::name).toList() + " would no longer find it",
                    "dropView before it, and createView after it");
        }
    }

    @Override
    public List<Statement> visit(CommentOn operation) {
        Name column = operation.column();
        String comment = operation.comment();
        return column == null
                ? alter(operation.table(), "COMMENT = %s", MySqlSyntax.comment(comment == null ? "" : comment))
                : modify(
                        operation.table(),
                        column,
                        column(operation.table(), column).withComment(comment));
    }

    // Columns.

    @Override
    public List<Statement> visit(AddColumn operation) {
        return new ColumnAdding(dialect, context()).statements(operation);
    }

    @Override
    public List<Statement> visit(DropColumn operation) {
        Table table = table(operation.table());
        if (operation.ifExists() && table.column(operation.column()).isEmpty()) {
            return List.of();
        }
        column(operation.table(), operation.column());
        refuseViews(
                "dropping the column " + operation.column() + " of " + operation.table(),
                new DependentViews(context().schema()).on(operation.table(), operation.column()));
        return statements(List.of(new ColumnDropping(text(), dialect, table, operation).statement()));
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        Table table = table(operation.table());
        column(operation.table(), operation.from());
        MySqlText after = new MySqlText(dialect, after(operation));
        List<String> statements = new ArrayList<>(new ColumnRenaming(after, dialect, table, operation).statements());
        new DependentViews(context().schema())
                .on(operation.table(), operation.from())
                .forEach(view -> statements.add(new FollowingView(text(), context(), view).sql(operation)));
        return statements(statements);
    }

    @Override
    public List<Statement> visit(ChangeType operation) {
        Column column = column(operation.table(), operation.column());
        ColumnChange change = new ColumnChange(text(), table(operation.table()), column);
        Column changed = change.retyped(operation.type());
        new KeyCheck(text(), new TableChange(table(operation.table()), dialect.naming()).after(operation)).check();
        Optional<String> expression = operation.using() == null
                ? change.conversion(operation.type())
                : Optional.of(text().expression(operation.using(), operation.table()));
        return statements(expression.isPresent() ? change.by(expression.get(), changed) : change.direct(changed));
    }

    private List<Statement> modify(TableName table, Name name, Column changed) {
        ColumnChange change = new ColumnChange(text(), table(table), column(table, name));
        return statements(List.of(change.alter(change.modify(changed))));
    }

    @Override
    public List<Statement> visit(SetNotNull operation) {
        List<Statement> statements = new ArrayList<>();
        if (operation.backfill() != null) {
            statements.add(rows().backfill(operation.table(), operation.column(), operation.backfill()));
        }
        Column column = column(operation.table(), operation.column());
        statements.addAll(modify(operation.table(), operation.column(), column.notNull()));
        return statements;
    }

    @Override
    public List<Statement> visit(DropNotNull operation) {
        Column column = column(operation.table(), operation.column());
        return modify(operation.table(), operation.column(), column.withNullable(true));
    }

    @Override
    public List<Statement> visit(SetDefault operation) {
        Column column = column(operation.table(), operation.column());
        String value = text().defaultText(operation.defaultValue(), column, operation.table());
        boolean restated = text().isLarge(column)
                || text().isTouched(column)
                || MySqlText.isCurrentTime(value, text().type(column.type()));
        return restated
                ? modify(operation.table(), operation.column(), column.withDefaultValue(operation.defaultValue()))
                : alter(operation.table(), "ALTER COLUMN %s SET DEFAULT %s", name(operation.column()), value);
    }

    /** A column that may be NULL has that for its default, as everywhere; without any, an INSERT would have to name it. */
    @Override
    public List<Statement> visit(DropDefault operation) {
        Column column = column(operation.table(), operation.column());
        return column.nullable() || text().isTouched(column)
                ? modify(operation.table(), operation.column(), column.withDefaultValue(null))
                : alter(operation.table(), "ALTER COLUMN %s DROP DEFAULT", name(operation.column()));
    }

    // Constraints.

    @Override
    public List<Statement> visit(AddPrimaryKey operation) {
        check(
                "the primary key of " + operation.table(),
                operation.table(),
                operation.key().columns());
        return super.visit(operation);
    }

    @Override
    public List<Statement> visit(AddForeignKey operation) {
        ForeignKey key = dialect.naming().name(operation.table(), operation.key());
        context()
                .schema()
                .table(operation.table())
                .ifPresent(table -> new ForeignKeyTypes(text(), context().schema()).check(table, key));
        String index = ForeignKeyIndex.definition(text(), key)
                .map(definition -> "ADD " + definition + ", ")
                .orElse("");
        return List.of(Statement.of("ALTER TABLE " + name(operation.table()) + " " + index + "ADD "
                + text().constraint(operation.table(), key)));
    }

    @Override
    public List<Statement> visit(AddUnique operation) {
        check(
                "a unique constraint of " + operation.table(),
                operation.table(),
                operation.key().columns());
        return super.visit(operation);
    }

    private void check(String what, TableName name, List<Name> columns) {
        context().schema().table(name).ifPresent(table -> new KeyCheck(text(), table).check(what, columns));
    }

    @Override
    public List<Statement> visit(DropPrimaryKey operation) {
        Table table = context().schema().table(operation.table()).orElse(null);
        Name key = table == null || table.primaryKey() == null
                ? null
                : table.primaryKey().name();
        return key == null
                ? alter(operation.table(), "DROP PRIMARY KEY")
                : statements(List.of(new ConstraintDropping(text(), table).statement(key)));
    }

    @Override
    public List<Statement> visit(DropConstraint operation) {
        return statements(
                List.of(new ConstraintDropping(text(), table(operation.table())).statement(operation.constraint())));
    }

    // Indexes.

    @Override
    public List<Statement> visit(CreateIndex operation) {
        return new MySqlTables(dialect, context()).createIndex(operation);
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        return new MySqlTables(dialect, context()).dropIndex(operation);
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        return new MySqlTables(dialect, context()).renameIndex(operation);
    }

    // Triggers and views.

    @Override
    public List<Statement> visit(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        return statements(new MySqlTrigger(text(), table(trigger.table()), trigger).create());
    }

    @Override
    public List<Statement> visit(DropTrigger operation) {
        List<Name> names = context().schema().table(operation.table()).stream()
                .flatMap(table -> table.triggers().stream())
                .filter(trigger -> trigger.name().equals(operation.trigger()))
                .findFirst()
                .map(MySqlTrigger::names)
                .orElse(List.of(operation.trigger()));
        return statements(
                names.stream().map(name -> "DROP TRIGGER " + name(name)).toList());
    }

    @Override
    public List<Statement> visit(CreateView operation) {
        return statements(new MySqlViews(text(), context()).create(operation));
    }

    @Override
    public List<Statement> visit(DropView operation) {
        return statements(new MySqlViews(text(), context()).drop(operation));
    }

    @Override
    public List<Statement> visit(RefreshView operation) {
        return statements(new MySqlViews(text(), context()).refresh(operation));
    }

    /** The context in which the operation has happened, so that what it brings is known to the translator. */
    private RenderContext after(Operation operation) {
        SchemaState state = new SchemaState(context().schema(), dialect);
        state.apply(operation);
        return new RenderContext(
                state,
                context().translator(),
                context().typeMapping(),
                context().notes());
    }

    private static List<Statement> statements(List<String> texts) {
        return texts.stream().map(Statement::of).toList();
    }
}
