package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTable;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables that come, go and are renamed. */
final class TableStatements {

    private final Dialect dialect;
    private final RenderContext context;
    private final MsSqlText text;

    TableStatements(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
        this.text = new MsSqlText(dialect, context);
    }

    List<Statement> create(CreateTable operation) {
        Table table = operation.table().normalised(dialect.naming());
        checkPaths(table);
        if (table.partition() != null) {
            context.notes()
                    .accept("SQL Server partitions by functions and schemes of its own: " + table.name()
                            + " is a plain table.");
        }
        List<Statement> statements = new ArrayList<>();
        RenderContext after = KnownAfter.of(dialect, context, new CreateTable(table, false));
        statements.add(Statement.of(new MsSqlText(dialect, after).createTable(table, operation.ifNotExists())));
        boolean there =
                operation.ifNotExists() && context.schema().table(table.name()).isPresent();
        if (!there) {
            statements.addAll(new TableStatements(dialect, after).afterCreate(table, operation.ifNotExists()));
        }
        return statements;
    }

    private List<Statement> afterCreate(Table table, boolean ifNotExists) {
        List<Statement> statements = new ArrayList<>();
        IndexStatements indexes = new IndexStatements(dialect, context);
        table.uniques().stream()
                .filter(unique -> UniqueText.isFiltered(table, unique))
                .forEach(unique -> statements.addAll(indexes.unique(table, unique)));
        table.indexes().forEach(index -> statements.addAll(indexes.create(table.name(), table, index, ifNotExists)));
        statements.addAll(remembered(table, ifNotExists));
        statements.addAll(new TriggerStatements(dialect, context).again(table));
        table.others().forEach(other -> statements.add(Statement.of(other.sql())));
        return statements;
    }

    private void checkPaths(Table table) {
        SchemaState state = new SchemaState(context.schema(), dialect);
        state.apply(new CreateTable(table.withForeignKeys(List.of()), false));
        for (ForeignKey key : table.foreignKeys()) {
            new CascadePaths(state).check(table.name(), key);
            state.apply(new AddForeignKey(table.name(), key));
        }
    }

    /** What the catalog cannot say by itself. */
    List<Statement> remembered(Table table, boolean mayBeThere) {
        List<Statement> statements = new ArrayList<>();
        Properties properties = new Properties(text);
        String comment = table.comment();
        if (comment != null) {
            statements.add(
                    property(properties, mayBeThere, Properties.COMMENT, table.name(), Optional.empty(), comment));
        }
        for (Column column : table.columns()) {
            String said = column.comment();
            Optional<Name> name = Optional.of(column.name());
            if (said != null) {
                statements.add(property(properties, mayBeThere, Properties.COMMENT, table.name(), name, said));
            }
            if (TypeCheck.mustBeRemembered(MsSqlNative.meaning(column.type()))) {
                String type = MsSqlNative.meaning(column.type()).toString();
                statements.add(property(properties, mayBeThere, Properties.TYPE, table.name(), name, type));
            }
        }
        table.foreignKeys().forEach(key -> statements.addAll(restricted(table.name(), key)));
        return statements;
    }

    private static Statement property(
            Properties properties,
            boolean mayBeThere,
            String name,
            TableName table,
            Optional<Name> column,
            String value) {
        return mayBeThere
                ? properties.set(name, table, column.orElse(null), value)
                : properties.add(name, table, column.orElse(null), value);
    }

    /** RESTRICT is NO ACTION here; that it was said is remembered. */
    List<Statement> restricted(TableName table, ForeignKey key) {
        String actions = Stream.of(
                        key.onDelete() == ReferentialAction.RESTRICT ? "delete" : "",
                        key.onUpdate() == ReferentialAction.RESTRICT ? "update" : "")
                .filter(action -> !action.isEmpty())
                .collect(Collectors.joining(" "));
        Name name = Objects.requireNonNull(dialect.naming().name(table, key).name());
        return actions.isEmpty()
                ? List.of()
                : List.of(new Properties(text).set(Properties.RESTRICT + name, table, null, actions));
    }

    List<Statement> drop(DropTable operation) {
        TableName name = operation.table();
        List<Statement> statements = new ArrayList<>();
        ViewDependents views = new ViewDependents(context);
        if (!operation.cascade()) {
            views.refuse("dropping the table " + name, name);
        } else {
            statements.addAll(views.drop(name, text));
            statements.add(dropKeysTo(name));
        }
        statements.add(Statement.of("DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + text.name(name)));
        return statements;
    }

    private Statement dropKeysTo(TableName name) {
        return Statement.of("DECLARE @drop NVARCHAR(MAX) = (SELECT STRING_AGG(CAST(N'ALTER TABLE '"
                + " + QUOTENAME(OBJECT_SCHEMA_NAME(parent_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(parent_object_id))"
                + " + N' DROP CONSTRAINT ' + QUOTENAME(name) AS NVARCHAR(MAX)), N'; ') FROM sys.foreign_keys"
                + " WHERE referenced_object_id = OBJECT_ID(" + text.quoted(name)
                + ") AND parent_object_id <> OBJECT_ID("
                + text.quoted(name) + "));\nEXEC (@drop)");
    }

    /** A schema has each constraint's name once, so that those with the table's name are renamed with it. */
    List<Statement> rename(RenameTable operation) {
        TableName from = operation.from();
        List<Statement> statements = new ArrayList<>();
        statements.add(renameObject(text.name(from), operation.to().name()));
        context.schema().table(from).ifPresent(table -> {
            for (Column column : table.columns()) {
                if (text.typeCheck(from, column).isPresent()) {
                    Name old = TypeCheck.name(from, column.name());
                    statements.add(
                            renameObject(text.name(from.sibling(old)), TypeCheck.name(operation.to(), column.name())));
                }
                if (column.defaultValue() != null) {
                    statements.add(renameDefault(operation, column.name()));
                }
            }
            Table after = new TableChange(table, dialect.naming()).renamed(operation.to());
            statements.addAll(new FollowingConstraints(text, table, after).statements());
            statements.addAll(new TriggerStatements(dialect, context).again(after));
        });
        statements.addAll(new ViewDependents(context).afterRename(operation, text));
        return statements;
    }

    private Statement renameObject(String name, Name to) {
        return Statement.of("EXEC sp_rename " + text.literal(name) + ", " + text.quoted(to) + ", N'OBJECT'");
    }

    private Statement renameDefault(RenameTable operation, Name column) {
        String name = text.name(operation.from().sibling(DefaultName.of(operation.from(), column)));
        return Statement.of("IF OBJECT_ID(" + text.literal(name) + ", N'D') IS NOT NULL\n"
                + renameObject(name, DefaultName.of(operation.to(), column)).sql());
    }
}
