package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableChange;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropIndex;
import io.godwit.operation.DropTable;
import io.godwit.operation.RenameIndex;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables that come and go with what belongs to them, and their indexes. */
final class MySqlTables {

    private final MySqlDialect dialect;
    private final RenderContext context;
    private final MySqlText text;

    MySqlTables(MySqlDialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
        this.text = new MySqlText(dialect, context);
    }

    List<Statement> create(CreateTable operation) {
        Table table = operation.table().normalised(dialect.naming());
        if (operation.ifNotExists() && context.schema().table(table.name()).isPresent()) {
            return List.of();
        }
        SchemaState state = new SchemaState(context.schema(), dialect);
        state.apply(operation);
        MySqlText after = new MySqlText(
                dialect, new RenderContext(state, context.translator(), context.typeMapping(), context.notes()));
        new KeyCheck(after, table).check();
        new ForeignKeyTypes(after, context.schema()).check(table);
        Partition partition = table.partition();
        List<String> statements = new ArrayList<>();
        statements.add(after.createTable(table, operation.ifNotExists())
                + (partition == null ? "" : new MySqlPartitions(after, table).clause(partition, context.notes())));
        MySqlIndexes indexes = new MySqlIndexes(after, table, context.notes());
        table.indexes().forEach(index -> statements.add(alter(table.name(), indexes.add(index))));
        table.triggers().forEach(trigger -> statements.addAll(new MySqlTrigger(after, table, trigger).create()));
        table.others().forEach(other -> statements.add(other.sql()));
        return statements(statements);
    }

    private String alter(TableName table, List<String> clauses) {
        return "ALTER TABLE " + text.name(table) + " " + String.join(", ", clauses);
    }

    /** The engine would leave views that fail when they are next asked. CASCADE is a word without a meaning to it. */
    List<Statement> drop(DropTable operation) {
        TableName name = operation.table();
        List<String> statements = new ArrayList<>();
        List<View> views = new DependentViews(context.schema()).over(name);
        if (!views.isEmpty() && !operation.cascade()) {
            throw text.refuse(
                    "dropping the table " + name,
                    views.stream().map(View::name).toList() + " would be left without it",
                    "dropView before it, or \"cascade\": true");
        }
        views.forEach(view -> statements.addAll(new MySqlViews(text, context).drop(view)));
        if (operation.cascade()) {
            for (Table other : context.schema().referencing(name)) {
                if (!other.name().folded().equals(name.folded())) {
                    other.foreignKeys().stream()
                            .filter(key -> key.table().folded().equals(name.folded()))
                            .forEach(key -> statements.add(dropKey(other, key)));
                }
            }
        }
        statements.add("DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + text.name(name));
        return statements(statements);
    }

    private String dropKey(Table table, ForeignKey key) {
        return alter(table.name(), ForeignKeyIndex.drop(text, table, key));
    }

    List<Statement> createIndex(CreateIndex operation) {
        TableName name = operation.table();
        Index index = dialect.naming().name(name, operation.index());
        Optional<Table> known = context.schema().table(name);
        if (operation.ifNotExists()
                && known.flatMap(table -> index(table, index.name())).isPresent()) {
            return List.of();
        }
        if (operation.concurrently()) {
            context.notes()
                    .accept("The index " + index.name() + " is made as every index is here; InnoDB lets rows be written"
                            + " meanwhile.");
        }
        Table table = known.orElseGet(() -> unknown(name));
        return statements(List.of(alter(name, new MySqlIndexes(text, table, context.notes()).add(index))));
    }

    /** Offline a table may be nobody's that is known: its columns are taken for such as an index can be on. */
    private Table unknown(TableName name) {
        if (context.schema().complete()) {
            throw text.refuse("an index of " + name, "there is no such table", "createTable before it");
        }
        return Table.of(name, List.of(Column.of("unknown", SimpleType.INTEGER)));
    }

    private static Optional<Index> index(Table table, @Nullable Name name) {
        return table.indexes().stream()
                .filter(index -> index.name() != null && index.name().equals(name))
                .findFirst();
    }

    List<Statement> dropIndex(DropIndex operation) {
        TableName name = operation.table();
        Optional<Table> known = context.schema().table(name);
        Optional<Index> index = known.flatMap(table -> index(table, operation.index()));
        boolean unique = known.stream()
                .flatMap(table -> table.uniques().stream())
                .anyMatch(key -> operation.index().equals(key.name()));
        if (index.isEmpty() && unique) {
            return statements(List.of(new ConstraintDropping(text, known.orElseThrow()).statement(operation.index())));
        }
        boolean foreign = known.stream()
                .flatMap(table -> table.others().stream())
                .anyMatch(other -> other.kind().equals(EngineIndex.KIND)
                        && operation.index().equals(other.name()));
        if (index.isEmpty() && operation.ifExists() && known.isPresent() && !foreign) {
            return List.of();
        }
        if (index.isEmpty()) {
            return statements(List.of(alter(name, List.of("DROP INDEX " + text.name(operation.index())))));
        }
        Table table = known.orElseThrow();
        List<String> clauses = new ArrayList<>(new MySqlIndexes(text, table, note -> {}).drop(index.get()));
        clauses.addAll(ForeignKeyIndex.keep(text, table, new TableChange(table, dialect.naming()).after(operation)));
        return statements(List.of(alter(name, clauses)));
    }

    /** An index with columns of its own is made again, for they have its name. */
    List<Statement> renameIndex(RenameIndex operation) {
        TableName name = operation.table();
        Optional<Table> known = context.schema().table(name);
        Optional<Index> index = known.flatMap(table -> index(table, operation.from()));
        if (index.isPresent()) {
            MySqlIndexes indexes = new MySqlIndexes(text, known.orElseThrow(), note -> {});
            if (indexes.hides(index.get())) {
                List<String> clauses = new ArrayList<>(indexes.drop(index.get()));
                clauses.addAll(indexes.add(index.get().withName(operation.to())));
                return statements(List.of(alter(name, clauses)));
            }
        }
        return statements(List.of(alter(
                name, List.of("RENAME INDEX " + text.name(operation.from()) + " TO " + text.name(operation.to())))));
    }

    private static List<Statement> statements(List<String> texts) {
        return texts.stream().map(Statement::of).toList();
    }
}
