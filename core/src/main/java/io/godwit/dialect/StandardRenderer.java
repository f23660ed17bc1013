package io.godwit.dialect;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.CreateView;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropDefault;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropNotNull;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.operation.DropSchema;
import io.godwit.operation.DropSequence;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropView;
import io.godwit.operation.Grant;
import io.godwit.operation.InsertRows;
import io.godwit.operation.RefreshView;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameIndex;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Revoke;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.operation.Sql;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Constraint;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the SQL standard, with PostgreSQL's words where the standard has none; an engine overrides what differs.
 *
 * <p>Rows are rendered by {@link RowStatements}, definitions by {@link TableText}; both come from a method that an engine may
 * override. Not thread-safe; made anew for each group of operations.
 */
public abstract class StandardRenderer extends OperationRenderer {

    protected StandardRenderer(Dialect dialect, RenderContext context) {
        super(dialect, context);
    }

    // Tables and columns.

    /** The table, then its indexes, its triggers and what else belonged to it: a table that is made again is whole. */
    @Override
    public List<Statement> visit(CreateTable operation) {
        Table table = operation.table();
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(text().createTable(table, operation.ifNotExists())));
        for (Index index : table.indexes()) {
            statements.addAll(visit(new CreateIndex(table.name(), index, false, operation.ifNotExists())));
        }
        table.triggers().forEach(trigger -> statements.addAll(visit(new CreateTrigger(trigger))));
        table.others().forEach(other -> statements.add(Statement.of(other.sql())));
        return statements;
    }

    @Override
    public List<Statement> visit(DropTable operation) {
        return statement(
                "DROP TABLE %s%s%s",
                operation.ifExists() ? "IF EXISTS " : "",
                name(operation.table()),
                operation.cascade() ? " CASCADE" : "");
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        List<Statement> statements = new ArrayList<>(indexesBefore(operation));
        statements.addAll(statement(
                "ALTER TABLE %s RENAME TO %s",
                name(operation.from()), name(operation.to().name())));
        return statements;
    }

    /** Gives indexes that are named after a table the names that they will have under its new one. */
    protected final List<Statement> indexesBefore(RenameTable operation) {
        Table table = context().schema().table(operation.from()).orElse(null);
        if (table == null) {
            return List.of();
        }
        List<Index> after = new TableChange(table, dialect().naming())
                .renamed(operation.to())
                .indexes();
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Name former = table.indexes().get(i).name();
            Name name = after.get(i).name();
            if (former != null && name != null && !former.equals(name)) {
                statements.addAll(visit(new RenameIndex(operation.from(), former, name)));
            }
        }
        return statements;
    }

    @Override
    public List<Statement> visit(CommentOn operation) {
        Name column = operation.column();
        String comment = operation.comment();
        return statement(
                "COMMENT ON %s %s%s IS %s",
                column == null ? "TABLE" : "COLUMN",
                name(operation.table()),
                column == null ? "" : "." + name(column),
                comment == null ? "NULL" : dialect().syntax().text(comment));
    }

    @Override
    public List<Statement> visit(AddColumn operation) {
        return statement(
                "ALTER TABLE %s ADD COLUMN %s%s",
                name(operation.table()),
                operation.ifNotExists() ? "IF NOT EXISTS " : "",
                text().addedColumn(operation.table(), operation.column()));
    }

    @Override
    public List<Statement> visit(DropColumn operation) {
        return alter(
                operation.table(),
                "DROP COLUMN %s%s",
                operation.ifExists() ? "IF EXISTS " : "",
                name(operation.column()));
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        return alter(operation.table(), "RENAME COLUMN %s TO %s", name(operation.from()), name(operation.to()));
    }

    @Override
    public List<Statement> visit(ChangeType operation) {
        Expression using = operation.using();
        return alter(
                operation.table(),
                "ALTER COLUMN %s TYPE %s%s",
                name(operation.column()),
                text().type(operation.type()),
                using == null ? "" : " USING " + text().expression(using, operation.table()));
    }

    @Override
    public List<Statement> visit(SetNotNull operation) {
        List<Statement> statements = new ArrayList<>();
        Value backfill = operation.backfill();
        if (backfill != null) {
            statements.add(rows().backfill(operation.table(), operation.column(), backfill));
        }
        statements.addAll(alter(operation.table(), "ALTER COLUMN %s SET NOT NULL", name(operation.column())));
        return statements;
    }

    @Override
    public List<Statement> visit(DropNotNull operation) {
        return alter(operation.table(), "ALTER COLUMN %s DROP NOT NULL", name(operation.column()));
    }

    @Override
    public List<Statement> visit(SetDefault operation) {
        return alter(
                operation.table(),
                "ALTER COLUMN %s SET DEFAULT %s",
                name(operation.column()),
                text().value(
                                operation.defaultValue(),
                                typeOf(operation.table(), operation.column()),
                                operation.table()));
    }

    @Override
    public List<Statement> visit(DropDefault operation) {
        return alter(operation.table(), "ALTER COLUMN %s DROP DEFAULT", name(operation.column()));
    }

    // Constraints and indexes.

    @Override
    public List<Statement> visit(AddPrimaryKey operation) {
        return add(operation.table(), dialect().naming().name(operation.table(), operation.key()));
    }

    @Override
    public List<Statement> visit(DropPrimaryKey operation) {
        Name key = table(operation.table()).primaryKey() == null
                ? dialect().naming().primaryKey(operation.table())
                : primaryKeyName(operation.table());
        return alter(operation.table(), "DROP CONSTRAINT %s", name(key));
    }

    @Override
    public List<Statement> visit(AddForeignKey operation) {
        return add(operation.table(), dialect().naming().name(operation.table(), operation.key()));
    }

    @Override
    public List<Statement> visit(AddUnique operation) {
        return add(operation.table(), dialect().naming().name(operation.table(), operation.key()));
    }

    @Override
    public List<Statement> visit(AddCheck operation) {
        return add(operation.table(), dialect().naming().name(operation.table(), operation.check()));
    }

    @Override
    public List<Statement> visit(DropConstraint operation) {
        return alter(operation.table(), "DROP CONSTRAINT %s", name(operation.constraint()));
    }

    @Override
    public List<Statement> visit(CreateIndex operation) {
        Index index = dialect().naming().name(operation.table(), operation.index());
        return List.of(Statement.of(text().createIndex(operation.table(), index, operation.ifNotExists())));
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        return statement(
                "DROP INDEX %s%s",
                operation.ifExists() ? "IF EXISTS " : "", name(operation.table().sibling(operation.index())));
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        return statement(
                "ALTER INDEX %s RENAME TO %s", name(operation.table().sibling(operation.from())), name(operation.to()));
    }

    // Views.

    @Override
    public List<Statement> visit(CreateView operation) {
        return statement(
                "CREATE %s%sVIEW %s AS %s",
                operation.orReplace() ? "OR REPLACE " : "",
                operation.view().materialized() ? "MATERIALIZED " : "",
                name(operation.view().name()),
                context().translator().query(operation.view().query(), context().schema()));
    }

    @Override
    public List<Statement> visit(DropView operation) {
        boolean materialized = context()
                .schema()
                .view(operation.view())
                .map(View::materialized)
                .orElse(false);
        return statement(
                "DROP %sVIEW %s%s",
                materialized ? "MATERIALIZED " : "", operation.ifExists() ? "IF EXISTS " : "", name(operation.view()));
    }

    @Override
    public List<Statement> visit(RefreshView operation) {
        return statement("REFRESH MATERIALIZED VIEW %s", name(operation.view()));
    }

    // Rows.

    @Override
    public List<Statement> visit(InsertRows operation) {
        return rows().insert(operation);
    }

    @Override
    public List<Statement> visit(UpsertRows operation) {
        return rows().upsert(operation);
    }

    @Override
    public List<Statement> visit(UpdateRows operation) {
        return rows().update(operation);
    }

    @Override
    public List<Statement> visit(DeleteRows operation) {
        return rows().delete(operation);
    }

    // Schemas, sequences, extensions, privileges.

    @Override
    public List<Statement> visit(CreateSchema operation) {
        return dialect().supports(Feature.SCHEMAS)
                ? statement("CREATE SCHEMA %s", name(operation.schema()))
                : List.of();
    }

    @Override
    public List<Statement> visit(DropSchema operation) {
        return dialect().supports(Feature.SCHEMAS) ? statement("DROP SCHEMA %s", name(operation.schema())) : List.of();
    }

    @Override
    public List<Statement> visit(CreateSequence operation) {
        return statement(
                "CREATE SEQUENCE %s START WITH %s INCREMENT BY %s",
                name(operation.sequence().name()),
                operation.sequence().start(),
                operation.sequence().increment());
    }

    @Override
    public List<Statement> visit(DropSequence operation) {
        return statement("DROP SEQUENCE %s", name(operation.sequence()));
    }

    @Override
    public List<Statement> visit(Grant operation) {
        return statement(
                "GRANT %s ON %s TO %s",
                text().privileges(operation.privileges()), name(operation.on()), name(operation.to()));
    }

    @Override
    public List<Statement> visit(Revoke operation) {
        return statement(
                "REVOKE %s ON %s FROM %s",
                text().privileges(operation.privileges()), name(operation.on()), name(operation.from()));
    }

    // SQL text.

    @Override
    public List<Statement> visit(Sql operation) {
        return new SqlText(dialect(), context()).statements(operation.text());
    }

    private List<Statement> add(TableName table, Constraint constraint) {
        return List.of(Statement.of("ALTER TABLE " + name(table) + " ADD " + text().constraint(table, constraint)));
    }

    private Name primaryKeyName(TableName table) {
        PrimaryKey key = table(table).primaryKey();
        Name given = key == null ? null : key.name();
        return given == null ? dialect().naming().primaryKey(table) : given;
    }
}
