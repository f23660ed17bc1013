package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.operation.AddColumn;
import io.godwit.operation.DropColumn;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that come, go, change and are renamed. */
final class ColumnStatements {

    private final Dialect dialect;
    private final RenderContext context;
    private final MsSqlText text;
    private final DefaultStatements defaults;

    ColumnStatements(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
        this.text = new MsSqlText(dialect, context);
        this.defaults = new DefaultStatements(text);
    }

    List<Statement> add(AddColumn operation) {
        TableName table = operation.table();
        Table alone = Table.of(table, List.of(operation.column())).normalised(dialect.naming());
        Column column = alone.columns().get(0);
        for (ForeignKey key : alone.foreignKeys()) {
            new CascadePaths(context.schema()).check(table, key);
        }
        boolean there = context.schema()
                .table(table)
                .flatMap(known -> known.column(column.name()))
                .isPresent();
        if (there && operation.ifNotExists()) {
            return List.of();
        }
        MsSqlText after = new MsSqlText(dialect, KnownAfter.of(dialect, context, operation));
        String add = "ALTER TABLE " + text.name(table) + " ADD " + after.addedColumn(table, operation.column());
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                operation.ifNotExists()
                        ? "IF COL_LENGTH(" + text.quoted(table) + ", " + text.quoted(column.name()) + ") IS NULL\n"
                                + add
                        : add));
        alone.uniques().stream()
                .filter(unique -> UniqueText.isFiltered(alone, unique))
                .forEach(unique -> statements.addAll(new IndexStatements(dialect, context).unique(alone, unique)));
        statements.addAll(new TableStatements(dialect, context).remembered(alone, operation.ifNotExists()));
        return statements;
    }

    List<Statement> drop(DropColumn operation) {
        TableName name = operation.table();
        Optional<Table> known = context.schema().table(name);
        boolean gone =
                known.isPresent() && known.get().column(operation.column()).isEmpty();
        if (gone && operation.ifExists()) {
            return List.of();
        }
        new ViewDependents(context)
                .refuse("dropping the column " + operation.column() + " of " + name, name, operation.column());
        List<Statement> statements = new ArrayList<>();
        known.ifPresent(table -> {
            ColumnRelease release = new ColumnRelease(dialect, context, table, operation.column());
            if (!release.computed().isEmpty()) {
                throw Refusal.of(
                        "dropping the column " + operation.column() + " of " + name,
                        "the generated column " + release.computed().get(0).name() + " is computed from it",
                        "drop that first");
            }
            statements.addAll(release.release(false));
        });
        statements.add(defaults.drop(name, operation.column()));
        statements.add(Statement.of("ALTER TABLE " + text.name(name) + " DROP COLUMN "
                + (operation.ifExists() ? "IF EXISTS " : "") + text.name(operation.column())));
        return statements;
    }

    /** What names the column is made again with the new name; keys of both ends follow by themselves. */
    List<Statement> rename(RenameColumn operation, Table table) {
        Table after = new TableChange(table, dialect.naming()).after(operation);
        ColumnRelease release = new ColumnRelease(dialect, context, table, operation.from(), true);
        TriggerStatements triggers = new TriggerStatements(dialect, context);
        List<Statement> statements = new ArrayList<>(release.release(true));
        String old = text.literal(text.name(operation.table()) + "." + text.name(operation.from()));
        statements.add(Statement.of("EXEC sp_rename " + old + ", " + text.quoted(operation.to()) + ", N'COLUMN'"));
        String constraint =
                text.literal(text.name(operation.table().sibling(DefaultName.of(operation.table(), operation.from()))));
        statements.add(Statement.of("IF OBJECT_ID(" + constraint + ", N'D') IS NOT NULL\nEXEC sp_rename " + constraint
                + ", " + text.quoted(DefaultName.of(operation.table(), operation.to())) + ", N'OBJECT'"));
        ColumnRelease renamed =
                new ColumnRelease(dialect, KnownAfter.of(dialect, context, operation), table, operation.from(), true);
        statements.addAll(renamed.restore(after, operation.to()));
        statements.addAll(triggers.again(after));
        statements.addAll(new ViewDependents(context).afterRename(operation, text));
        return statements;
    }

    /** Changes what ALTER COLUMN must restate: type and nullability. */
    List<Statement> restate(Operation operation, Table table, Name name) {
        Table after = new TableChange(table, dialect.naming()).after(operation);
        Column column = after.column(name).orElseThrow();
        ColumnRelease release = new ColumnRelease(dialect, context, table, name);
        List<Statement> statements = new ArrayList<>(release.release(true));
        statements.add(alter(after.name(), column));
        statements.addAll(release.restore(after, name));
        return statements;
    }

    Statement alter(TableName table, Column column) {
        return Statement.of("ALTER TABLE " + text.name(table) + " ALTER COLUMN " + text.name(column.name()) + " "
                + text.type(column.type()) + text.collated(column) + (column.nullable() ? " NULL" : " NOT NULL"));
    }

    List<Statement> setDefault(TableName table, Name column, Value value) {
        return List.of(
                defaults.drop(table, column),
                defaults.add(
                        table,
                        column,
                        value,
                        context.schema()
                                .table(table)
                                .flatMap(known -> known.column(column))
                                .map(Column::type)
                                .orElse(null)));
    }
}
