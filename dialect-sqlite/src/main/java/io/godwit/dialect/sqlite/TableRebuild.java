package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.operation.DropColumn;
import io.godwit.operation.Operation;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a table anew as several changes leave it, and moves its rows: https://sqlite.org/lang_altertable.html#otheralter.
 *
 * <p>With legacy_alter_table the new table takes the old one's name without a look at the views, triggers and foreign keys that
 * name it; they go on naming it. Where others refer to the table, dropping the old one must not delete their rows: then, and only
 * then, foreign keys are suspended.
 */
final class TableRebuild {

    static final String LEGACY_ON = "PRAGMA legacy_alter_table = ON";
    static final String LEGACY_OFF = "PRAGMA legacy_alter_table = OFF";

    /** Fails where foreign keys are on after all: DROP TABLE would then delete the rows that refer to the table. */
    static final String SUSPENDED =
            "SELECT json_extract('{}', 'foreign keys are not suspended') FROM pragma_foreign_keys WHERE foreign_keys";

    private final Dialect dialect;
    private final RenderContext context;
    private final Table before;
    private final List<Operation> operations;
    private final SchemaState state;
    private final RenderContext then;

    TableRebuild(Dialect dialect, RenderContext context, Table before, List<Operation> operations) {
        this.dialect = dialect;
        this.context = context;
        this.before = before;
        this.operations = operations;
        this.state = new SchemaState(context.schema(), dialect);
        this.then = new RenderContext(state, context.translator(), context.typeMapping(), context.notes());
    }

    List<Statement> statements() {
        TableChanges changes = new TableChanges(dialect, context, before);
        for (Operation operation : operations) {
            changes.add(operation);
            state.apply(operation);
        }
        Table after = changes.after();
        checkReferences(after);
        List<String> sql = new ArrayList<>();
        if (suspends()) {
            sql.add(SUSPENDED);
        }
        sql.add(LEGACY_ON);
        sql.addAll(replacement(after, changes));
        sql.add(LEGACY_OFF);
        sql.addAll(new TableStatements(dialect, then).parts(after, false));
        if (operations.stream().anyMatch(DropColumn.class::isInstance)) {
            sql.addAll(viewsStillRead());
        }
        Statement.Mode mode = suspends() ? Statement.Mode.FOREIGN_KEYS_SUSPENDED : Statement.Mode.NORMAL;
        return sql.stream().map(text -> new Statement(text, mode)).toList();
    }

    private List<String> replacement(Table after, TableChanges changes) {
        SqliteTableText text = new SqliteTableText(dialect, then);
        Name temporary = dialect.naming().fit("godwit_rebuild_" + before.name().folded());
        String fresh = text.name(temporary);
        String old = text.name(before.name());
        List<String> sql = new ArrayList<>();
        sql.add(text.createTable(after, fresh, ""));
        sql.add(copy(after, changes, fresh, old));
        if (keepsCounter(before) && keepsCounter(after)) {
            sql.addAll(counter(temporary));
        }
        sql.add("DROP TABLE " + old);
        sql.add("ALTER TABLE " + fresh + " RENAME TO " + old);
        return sql;
    }

    /** In the order of the old rows, with their numbers where no column is that number. */
    private String copy(Table after, TableChanges changes, String fresh, String old) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<String> rowid = RowId.of(before);
        if (rowid.isPresent() && rowid.equals(RowId.of(after)) && !RowId.hasAlias(after)) {
            values.put(rowid.get(), rowid.get());
        }
        changes.values().forEach((column, value) -> values.put(dialect.syntax().name(column), value));
        return "INSERT INTO " + fresh + " (" + String.join(", ", values.keySet()) + ") SELECT "
                + String.join(", ", values.values()) + " FROM " + old
                + rowid.map(number -> " ORDER BY " + number).orElse("");
    }

    private static boolean keepsCounter(Table table) {
        return RowId.hasAlias(table) && !SqliteOptions.REUSED_NUMBERS.isSetOn(table);
    }

    private List<String> counter(Name temporary) {
        String fresh = dialect.syntax().text(temporary.text());
        String old = dialect.syntax().text(before.name().folded().text());
        return List.of(
                "DELETE FROM sqlite_sequence WHERE name = " + fresh,
                "INSERT INTO sqlite_sequence (name, seq) SELECT " + fresh + ", seq FROM sqlite_sequence WHERE name = "
                        + old + " COLLATE NOCASE");
    }

    /** Compiling the statement is the check: it returns no row, and fails if a view lost a column. */
    private List<String> viewsStillRead() {
        return new ViewDependents(context.schema())
                .transitivelyOf(before.name()).stream()
                        .map(view -> "SELECT 1 FROM " + dialect.syntax().name(queryOf(view)) + " LIMIT 0")
                        .toList();
    }

    private static Name queryOf(View view) {
        return view.materialized()
                ? new MaterializedView(view.name()).query()
                : view.name().folded();
    }

    private boolean suspends() {
        return !context.schema().complete()
                || !context.schema().referencing(before.name()).isEmpty();
    }

    /** Its own foreign keys that are new, and those of others, which may have lost what they refer to. */
    private void checkReferences(Table after) {
        ReferencedKey referenced = new ReferencedKey(dialect, state);
        for (ForeignKey key : after.foreignKeys()) {
            if (!before.foreignKeys().contains(key)) {
                referenced.check(after, key);
            }
        }
        for (Table other : state.referencing(before.name())) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().folded().equals(before.name().folded())) {
                    referenced.check(other, key);
                }
            }
        }
    }
}
