package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A portable trigger as SQLite's own: it has no assignment to NEW, so each event gets an AFTER trigger that updates the row.
 *
 * <p>That update fires triggers again: others in any session, the same one where recursive_triggers is on. A comment keeps the
 * name, timing and events that the author wrote. See docs/decisions/0006-sqlite-triggers.md.
 */
final class SqliteTrigger {

    /** Stands in WHEN between the author's condition and ours. */
    static final String ONCE = "/* once */";

    private final Dialect dialect;
    private final SqliteTableText text;
    private final Table table;
    private final Trigger trigger;

    /**
     * @param context with a schema in which the table is already as it will be
     * @param table with all its triggers
     */
    SqliteTrigger(Dialect dialect, RenderContext context, Table table, Trigger trigger) {
        this.dialect = dialect;
        this.text = new SqliteTableText(dialect, context);
        this.table = table;
        this.trigger = trigger;
    }

    /** One statement an event. */
    List<String> create() {
        if (trigger.events().contains(Trigger.Event.DELETE)) {
            throw new UnsupportedByDialectException(new Unsupported(
                    dialect.engine(),
                    "the trigger " + trigger.name() + " on DELETE",
                    "a row that is deleted has no columns to set",
                    "a trigger under the key \"sqlite\" of sql"));
        }
        Map<Name, String> set = new LinkedHashMap<>();
        trigger.set()
                .forEach((column, value) -> set.put(
                        column,
                        text.literal(
                                value, table.column(column).map(Column::type).orElse(null), table.name())));
        return trigger.events().stream().map(event -> create(event, set)).toList();
    }

    /** The names of the triggers in the database, in the order of {@link Trigger#events}. */
    static List<Name> names(Trigger trigger) {
        List<Name> names = new ArrayList<>();
        for (Trigger.Event event : trigger.events()) {
            names.add(names.isEmpty() ? trigger.name() : SqliteDialect.NAMING.fit(trigger.name() + "_" + word(event)));
        }
        return names;
    }

    private String create(Trigger.Event event, Map<Name, String> set) {
        TriggerLoop loop = new TriggerLoop(set);
        boolean update = event == Trigger.Event.UPDATE;
        String when = when(update && loop.feedsItself() && !loop.isUnforeseeable() ? loop.signature(others()) : null);
        String of = update && loop.isUnforeseeable() ? " OF " + text.names(others()) : "";
        List<Trigger.Event> events = List.copyOf(trigger.events());
        return "CREATE TRIGGER " + text.name(names(trigger).get(events.indexOf(event))) + " AFTER " + event + of
                + " ON "
                + text.name(table.name()) + SqliteComment.write(marker()) + " FOR EACH ROW" + when
                + "\nBEGIN\n  UPDATE "
                + text.name(table.name()) + " SET " + assignments(set) + " WHERE " + row()
                + (loop.feedsItself() || loop.isUnforeseeable() ? "" : loop.stillToDo()) + ";\nEND";
    }

    private String when(@Nullable String signature) {
        Expression given = trigger.when();
        String own = given == null ? "" : "(" + text.expression(given, table.name()) + ")";
        if (signature == null) {
            return own.isEmpty() ? "" : " WHEN " + own;
        }
        return " WHEN " + own + (own.isEmpty() ? "" : " AND ") + ONCE + " NOT (" + signature + ")";
    }

    private String assignments(Map<Name, String> set) {
        return set.entrySet().stream()
                .map(entry -> text.name(entry.getKey()) + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String row() {
        if (!SqliteOptions.WITHOUT_ROWID.isSetOn(table) || table.primaryKey() == null) {
            String rowid = RowId.of(table).orElse("rowid");
            return rowid + " = NEW." + rowid;
        }
        return table.primaryKey().columns().stream()
                .map(column -> text.name(column) + " = NEW." + text.name(column))
                .collect(Collectors.joining(" AND "));
    }

    /** The columns that no portable trigger of the table sets. */
    private List<Name> others() {
        Set<Name> set = new HashSet<>(trigger.set().keySet());
        table.triggers().forEach(other -> set.addAll(other.set().keySet()));
        return table.columns().stream()
                .filter(column -> column.generated() == null)
                .map(Column::name)
                .filter(column -> !set.contains(column))
                .toList();
    }

    /** Read back by {@link TriggerReader}. */
    private String marker() {
        return "trigger " + trigger.name() + ": "
                + trigger.timing().name().toLowerCase(Locale.ROOT) + " "
                + trigger.events().stream().map(SqliteTrigger::word).collect(Collectors.joining(", "));
    }

    private static String word(Trigger.Event event) {
        return event.name().toLowerCase(Locale.ROOT);
    }
}
