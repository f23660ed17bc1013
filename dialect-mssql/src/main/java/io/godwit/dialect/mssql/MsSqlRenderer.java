package io.godwit.dialect.mssql;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowStatements;
import io.godwit.dialect.StandardRenderer;
import io.godwit.dialect.Statement;
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
import io.godwit.operation.DropTable;
import io.godwit.operation.DropTrigger;
import io.godwit.operation.DropView;
import io.godwit.operation.Grant;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Revoke;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders T-SQL; holds only what differs from {@link StandardRenderer}. Each statement is a batch: what must stand alone in one does,
 * and a column is never used in the batch that adds it.
 */
final class MsSqlRenderer extends StandardRenderer {

    MsSqlRenderer(MsSqlDialect dialect, RenderContext context) {
        super(dialect, context);
    }

    @Override
    protected MsSqlText text() {
        return new MsSqlText(dialect(), context());
    }

    @Override
    protected RowStatements rows() {
        return new MsSqlRows(dialect(), context(), text());
    }

    private TableStatements tables() {
        return new TableStatements(dialect(), context());
    }

    private ColumnStatements columns() {
        return new ColumnStatements(dialect(), context());
    }

    private IndexStatements indexes() {
        return new IndexStatements(dialect(), context());
    }

    private Optional<Table> known(TableName name) {
        return context().schema().table(name);
    }

    // Tables and columns.

    @Override
    public List<Statement> visit(CreateTable operation) {
        return tables().create(operation);
    }

    @Override
    public List<Statement> visit(DropTable operation) {
        return tables().drop(operation);
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        return tables().rename(operation);
    }

    @Override
    public List<Statement> visit(CommentOn operation) {
        return List.of(new Properties(text())
                .set(Properties.COMMENT, operation.table(), operation.column(), operation.comment()));
    }

    @Override
    public List<Statement> visit(AddColumn operation) {
        return columns().add(operation);
    }

    @Override
    public List<Statement> visit(DropColumn operation) {
        return columns().drop(operation);
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        column(operation.table(), operation.from());
        return columns().rename(operation, table(operation.table()));
    }

    @Override
    public List<Statement> visit(ChangeType operation) {
        Column before = column(operation.table(), operation.column());
        return new TypeChange(dialect(), context(), operation, table(operation.table()), before).statements();
    }

    @Override
    public List<Statement> visit(SetNotNull operation) {
        column(operation.table(), operation.column());
        List<Statement> statements = new ArrayList<>();
        Value backfill = operation.backfill();
        if (backfill != null) {
            statements.add(rows().backfill(operation.table(), operation.column(), backfill));
        }
        statements.addAll(columns().restate(operation, table(operation.table()), operation.column()));
        return statements;
    }

    @Override
    public List<Statement> visit(DropNotNull operation) {
        column(operation.table(), operation.column());
        return columns().restate(operation, table(operation.table()), operation.column());
    }

    @Override
    public List<Statement> visit(SetDefault operation) {
        return columns().setDefault(operation.table(), operation.column(), operation.defaultValue());
    }

    @Override
    public List<Statement> visit(DropDefault operation) {
        return List.of(new DefaultStatements(text()).drop(operation.table(), operation.column()));
    }

    // Constraints and indexes.

    /** A key's columns are made NOT NULL by PostgreSQL, and must be so before on SQL Server. */
    @Override
    public List<Statement> visit(AddPrimaryKey operation) {
        List<Statement> statements = new ArrayList<>();
        known(operation.table()).ifPresent(table -> {
            text().checkKey(table, operation.key());
            text().noteLength(table, operation.key());
            for (Name column : UniqueText.nullable(table, operation.key().columns())) {
                SetNotNull notNull = new SetNotNull(table.name(), column, null);
                statements.addAll(columns().restate(notNull, table, column));
            }
        });
        statements.addAll(super.visit(operation));
        return statements;
    }

    @Override
    public List<Statement> visit(AddForeignKey operation) {
        ForeignKey key = dialect().naming().name(operation.table(), operation.key());
        new CascadePaths(context().schema()).check(operation.table(), key);
        List<Statement> statements = new ArrayList<>(super.visit(operation));
        statements.addAll(tables().restricted(operation.table(), key));
        return statements;
    }

    @Override
    public List<Statement> visit(AddUnique operation) {
        return known(operation.table())
                .map(table -> indexes().unique(table, operation.key()))
                .orElseGet(() -> super.visit(operation));
    }

    @Override
    public List<Statement> visit(DropConstraint operation) {
        Optional<UniqueKey> unique = known(operation.table()).stream()
                .flatMap(table -> table.uniques().stream())
                .filter(key -> operation.constraint().equals(key.name()))
                .findFirst();
        List<Statement> statements = new ArrayList<>(
                unique.isPresent()
                        ? new UniqueRemoval(text()).drop(table(operation.table()), unique.get())
                        : super.visit(operation));
        boolean restricted = known(operation.table()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> operation.constraint().equals(key.name())
                        && !tables().restricted(operation.table(), key).isEmpty());
        if (restricted) {
            statements.add(new Properties(text())
                    .set(Properties.RESTRICT + operation.constraint(), operation.table(), null, null));
        }
        return statements;
    }

    @Override
    public List<Statement> visit(CreateIndex operation) {
        if (operation.concurrently()) {
            note("SQL Server makes indexes online in its Enterprise edition only: "
                    + dialect()
                            .naming()
                            .name(operation.table(), operation.index())
                            .name()
                    + " is made in the transaction, and writers wait.");
        }
        return indexes()
                .create(
                        operation.table(),
                        known(operation.table()).orElse(null),
                        operation.index(),
                        operation.ifNotExists());
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        return indexes().drop(operation.table(), operation.index(), operation.ifExists());
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        return indexes().rename(operation.table(), operation.from(), operation.to());
    }

    // Triggers and views.

    @Override
    public List<Statement> visit(CreateTrigger operation) {
        return new TriggerStatements(dialect(), context())
                .create(operation, table(operation.trigger().table()));
    }

    @Override
    public List<Statement> visit(DropTrigger operation) {
        return new TriggerStatements(dialect(), context()).drop(operation, table(operation.table()));
    }

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
        return statement(
                "CREATE SEQUENCE %s AS BIGINT START WITH %s INCREMENT BY %s",
                name(operation.sequence().name()),
                operation.sequence().start(),
                operation.sequence().increment());
    }

    @Override
    public List<Statement> visit(CreateExtension operation) {
        note("SQL Server has no extensions to create: " + operation.extension() + " is left out.");
        return List.of();
    }

    @Override
    public List<Statement> visit(DropExtension operation) {
        note("SQL Server has no extensions to drop: " + operation.extension() + " is left out.");
        return List.of();
    }

    @Override
    public List<Statement> visit(Grant operation) {
        return statement(
                "GRANT %s ON %s TO %s", privileges(operation.privileges()), name(operation.on()), name(operation.to()));
    }

    @Override
    public List<Statement> visit(Revoke operation) {
        return statement(
                "REVOKE %s ON %s FROM %s",
                privileges(operation.privileges()), name(operation.on()), name(operation.from()));
    }

    /** ALL is out of use in SQL Server, and means these. */
    private String privileges(List<String> given) {
        String privileges = text().privileges(given);
        for (String none : List.of("TRIGGER", "TRUNCATE")) {
            if (privileges.contains(none)) {
                throw refuse(
                        "the privilege " + none,
                        "SQL Server has it on databases only",
                        "ALTER under the key \"sqlserver\"");
            }
        }
        return privileges.equals("ALL") ? "SELECT, INSERT, UPDATE, DELETE, REFERENCES" : privileges;
    }
}
