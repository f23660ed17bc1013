package io.godwit.dialect.sqlite;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowStatements;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SqlText;
import io.godwit.dialect.StandardRenderer;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateExtension;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropExtension;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.Grant;
import io.godwit.operation.Operation;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Revoke;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.operation.Sql;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders SQLite's SQL: what ALTER TABLE can do exactly it does, everything else that changes a table is one
 * {@linkplain TableRebuild rebuild} for all consecutive changes of it.
 */
final class SqliteRenderer extends StandardRenderer {

    SqliteRenderer(SqliteDialect dialect, RenderContext context) {
        super(dialect, context);
    }

    @Override
    protected SqliteTableText text() {
        return new SqliteTableText(dialect(), context());
    }

    @Override
    protected RowStatements rows() {
        return new SqliteRowStatements(dialect(), context());
    }

    @Override
    public int together(List<Operation> operations) {
        return TableChange.tableOf(operations.get(0))
                .flatMap(context().schema()::table)
                .map(table -> new RebuildGroup(table).size(operations))
                .orElse(1);
    }

    @Override
    public List<Statement> render(List<Operation> operations) {
        Optional<Table> table = TableChange.tableOf(operations.get(0))
                .flatMap(context().schema()::table)
                .filter(known -> new RebuildGroup(known).needsRebuild(operations));
        return table.isPresent() ? rebuild(table.get(), operations) : super.render(operations);
    }

    private List<Statement> rebuild(Table table, List<Operation> operations) {
        return new TableRebuild(dialect(), context(), table, operations).statements();
    }

    /** What only a rebuild can do, on a table that is not known: {@link #table} says so. */
    private List<Statement> rebuild(TableName table, Operation operation) {
        return rebuild(table(table), List.of(operation));
    }

    // Tables and columns.

    @Override
    public List<Statement> visit(CreateTable operation) {
        return new TableStatements(dialect(), context()).create(operation);
    }

    @Override
    public List<Statement> visit(DropTable operation) {
        return new TableRemoval(dialect(), context()).statements(operation);
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        List<Statement> statements = new ArrayList<>(indexesBefore(operation));
        statements.addAll(statement("ALTER TABLE %s RENAME TO %s", name(operation.from()), name(operation.to())));
        return statements;
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        if (context().schema().complete()) {
            column(operation.table(), operation.from());
        }
        return new ColumnRenaming(dialect(), context()).statements(operation);
    }

    @Override
    public List<Statement> visit(CommentOn operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(AddColumn operation) {
        Optional<Table> before = context().schema().table(operation.table());
        if (before.isEmpty() && (context().schema().complete() || operation.ifNotExists())) {
            return rebuild(operation.table(), operation);
        }
        boolean there =
                before.flatMap(table -> table.column(operation.column().name())).isPresent();
        if (there && operation.ifNotExists()) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>(statement(
                "ALTER TABLE %s ADD COLUMN %s",
                name(operation.table()),
                new SqliteTableText(dialect(), after(operation)).addedColumn(operation.table(), operation.column())));
        before.ifPresent(table ->
                statements.addAll(new TableStatements(dialect(), after(operation)).triggersAfter(table, context())));
        return statements;
    }

    @Override
    public List<Statement> visit(DropColumn operation) {
        boolean known = context().schema().table(operation.table()).isPresent();
        if (known || context().schema().complete()) {
            if (operation.ifExists()
                    && table(operation.table()).column(operation.column()).isEmpty()) {
                return List.of();
            }
            column(operation.table(), operation.column());
        }
        return alter(operation.table(), "DROP COLUMN %s", name(operation.column()));
    }

    @Override
    public List<Statement> visit(ChangeType operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(SetNotNull operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(DropNotNull operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(SetDefault operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(DropDefault operation) {
        return rebuild(operation.table(), operation);
    }

    // Constraints, indexes and triggers.

    @Override
    public List<Statement> visit(AddPrimaryKey operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(DropPrimaryKey operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(AddForeignKey operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(AddUnique operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(AddCheck operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(DropConstraint operation) {
        return rebuild(operation.table(), operation);
    }

    @Override
    public List<Statement> visit(CreateIndex operation) {
        return new IndexStatements(dialect(), context()).create(operation);
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        return new IndexStatements(dialect(), context()).drop(operation);
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        return new IndexStatements(dialect(), context()).rename(operation, table(operation.table()));
    }

    @Override
    public List<Statement> visit(CreateTrigger operation) {
        Table before = table(operation.trigger().table());
        return new TableStatements(dialect(), after(operation)).triggersAfter(before, context());
    }

    @Override
    public List<Statement> visit(DropTrigger operation) {
        return new TableStatements(dialect(), after(operation)).dropTrigger(operation, context());
    }

    // Views.

    @Override
    public List<Statement> visit(CreateView operation) {
        return new ViewStatements(dialect(), context()).create(operation);
    }

    @Override
    public List<Statement> visit(DropView operation) {
        return new ViewStatements(dialect(), context()).drop(operation);
    }

    @Override
    public List<Statement> visit(RefreshView operation) {
        return new ViewStatements(dialect(), context()).refresh(operation);
    }

    // Sequences, extensions, privileges.

    @Override
    public List<Statement> visit(CreateSequence operation) {
        throw noSequences("sequence " + operation.sequence().name());
    }

    @Override
    public List<Statement> visit(DropSequence operation) {
        throw noSequences("sequence " + operation.sequence());
    }

    private UnsupportedByDialectException noSequences(String construct) {
        return refuse(construct, "SQLite has no sequences", "a column with \"identity\": true");
    }

    @Override
    public List<Statement> visit(CreateExtension operation) {
        note("SQLite has no extensions to create: " + operation.extension() + " is left out.");
        return List.of();
    }

    @Override
    public List<Statement> visit(DropExtension operation) {
        note("SQLite has no extensions to drop: " + operation.extension() + " is left out.");
        return List.of();
    }

    @Override
    public List<Statement> visit(Grant operation) {
        throw noPrivileges("grant on " + operation.on());
    }

    @Override
    public List<Statement> visit(Revoke operation) {
        throw noPrivileges("revoke on " + operation.on());
    }

    private UnsupportedByDialectException noPrivileges(String construct) {
        return refuse(
                construct,
                "SQLite has no users; whoever can open the file can do everything",
                "\"databaseEngines\" without sqlite and \"onOtherEngines\": \"skip\" on a migration of its own, and the"
                        + " file's own permissions");
    }

    @Override
    public List<Statement> visit(Sql operation) {
        RowActions actions = new RowActions(context().schema());
        return new SqlText(dialect(), context())
                .statements(operation.text()).stream()
                        .map(statement -> actions.text(statement.sql()))
                        .toList();
    }

    /** The context in which the operation has happened, so that what it brings is known to the translator. */
    private RenderContext after(Operation operation) {
        SchemaState state = new SchemaState(context().schema(), dialect());
        state.apply(operation);
        return new RenderContext(
                state,
                context().translator(),
                context().typeMapping(),
                context().notes());
    }
}
