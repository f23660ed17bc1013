package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Drops a table; SQLite would leave foreign keys and views behind that name it, so they are looked at first. */
final class TableRemoval {

    private final Dialect dialect;
    private final RenderContext context;

    TableRemoval(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    List<Statement> statements(DropTable operation) {
        TableName name = operation.table();
        if (context.schema().view(name).isPresent()) {
            throw refuse(name, "it is a view", "dropView");
        }
        List<Table> others = context.schema().referencing(name).stream()
                .filter(other -> !isSame(other.name(), name))
                .toList();
        List<View> views = new ViewDependents(context.schema()).transitivelyOf(name);
        if (!operation.cascade()) {
            if (!others.isEmpty()) {
                throw refuse(
                        name,
                        "foreign keys of " + others.stream().map(Table::name).toList() + " refer to it",
                        "drop those first, or say \"cascade\": true");
            }
            if (!views.isEmpty()) {
                throw refuse(
                        name,
                        "the views " + views.stream().map(View::name).toList() + " read it",
                        "drop those first, or say \"cascade\": true");
            }
        }
        List<Statement> statements = new ArrayList<>();
        views.forEach(view -> statements.addAll(drop(view)));
        others.forEach(other -> statements.addAll(withoutKeys(other, name)));
        statements.add(new Statement(
                "DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "")
                        + new SqliteTableText(dialect, context).name(name),
                restrictsItself(name) ? Statement.Mode.FOREIGN_KEYS_SUSPENDED : Statement.Mode.NORMAL));
        return statements;
    }

    private List<Statement> drop(View view) {
        List<String> sql = view.materialized()
                ? new MaterializedView(view.name()).drop()
                : List.of("DROP VIEW IF EXISTS " + dialect.syntax().table(view.name()));
        return sql.stream().map(Statement::of).toList();
    }

    private List<Statement> withoutKeys(Table other, TableName gone) {
        List<Operation> drops = new ArrayList<>();
        for (ForeignKey key : other.foreignKeys()) {
            Name name = key.name();
            if (isSame(key.table(), gone) && name != null) {
                drops.add(new DropConstraint(other.name(), name));
            }
        }
        return new TableRebuild(dialect, context, other, drops).statements();
    }

    /** DROP TABLE deletes the rows first, and RESTRICT is checked row by row. */
    private boolean restrictsItself(TableName name) {
        return context.schema().table(name).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> isSame(key.table(), name) && key.onDelete() == ReferentialAction.RESTRICT);
    }

    private static boolean isSame(TableName one, TableName other) {
        return one.folded().equals(other.folded());
    }

    private UnsupportedByDialectException refuse(TableName name, String reason, String alternative) {
        return new UnsupportedByDialectException(
                new Unsupported(dialect.engine(), "dropping the table " + name, reason, alternative));
    }
}
