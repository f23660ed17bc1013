package io.godwit.dialect.mysql;

import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A portable trigger as the engine's own, one for each of its events. The lines of its body are a format: {@code TriggerBody} reads
 * them back.
 */
final class MySqlTrigger {

    static final String MARK_START = "  /* godwit trigger ";
    static final String MARK_END = " */";
    static final String WHEN_START = "  IF (";
    static final String WHEN_END = ") THEN -- when";
    static final String SET_START = "  SET NEW.";
    static final String SET_END = "; -- set";
    static final String IF_END = "  END IF; -- when";

    private static final Pattern OLD = Pattern.compile("(?i)\\bOLD\\.(?:`(?:[^`]|``)*`|[a-z_][a-z0-9_]*)");

    private final MySqlText text;
    private final Table table;
    private final Trigger trigger;

    MySqlTrigger(MySqlText text, Table table, Trigger trigger) {
        this.text = text;
        this.table = table;
        this.trigger = trigger;
    }

    /** One statement an event. An AFTER trigger cannot change its row here, so that each is a BEFORE trigger. */
    List<String> create() {
        if (trigger.events().contains(Trigger.Event.DELETE)) {
            throw text.refuse(
                    "the trigger " + trigger.name() + " on DELETE",
                    "a row that is deleted has no columns to set",
                    "a trigger under the key \"mysql\" of sql");
        }
        refuseInterference();
        List<Name> names = names(trigger);
        List<String> statements = new ArrayList<>();
        for (Trigger.Event event : trigger.events()) {
            statements.add("CREATE TRIGGER " + text.name(names.get(statements.size())) + " BEFORE " + event + " ON "
                    + text.name(table.name()) + " FOR EACH ROW\nBEGIN\n" + body(event) + "END");
        }
        return statements;
    }

    /** The names of the triggers in the database, in the order of {@link Trigger#events}. */
    static List<Name> names(Trigger trigger) {
        List<Name> names = new ArrayList<>();
        for (Trigger.Event event : trigger.events()) {
            names.add(names.isEmpty() ? trigger.name() : MySqlDialect.NAMING.fit(trigger.name() + "_" + word(event)));
        }
        return names;
    }

    private String body(Trigger.Event event) {
        Expression when = trigger.when();
        StringBuilder body =
                new StringBuilder(MARK_START).append(mark()).append(MARK_END).append('\n');
        if (when != null) {
            body.append(WHEN_START)
                    .append(row(event, text.expression(when, table.name())))
                    .append(WHEN_END)
                    .append('\n');
        }
        trigger.set()
                .forEach((column, value) -> body.append(SET_START)
                        .append(text.name(column))
                        .append(" = ")
                        .append(row(event, value(column, value)))
                        .append(SET_END)
                        .append('\n'));
        return body.append(when == null ? "" : IF_END + "\n").toString();
    }

    private String value(Name column, Value value) {
        return text.value(value, table.column(column).map(Column::type).orElse(null), table.name());
    }

    /** On INSERT there is no row before. */
    private static String row(Trigger.Event event, String sql) {
        return event == Trigger.Event.INSERT ? OLD.matcher(sql).replaceAll("NULL") : sql;
    }

    private String mark() {
        return trigger.name().text().replace("*/", "* /") + ": "
                + trigger.timing().name().toLowerCase(Locale.ROOT) + " "
                + trigger.events().stream().map(MySqlTrigger::word).collect(Collectors.joining(", "));
    }

    /** The assignments run one after the other: a later one would see what an earlier one set. */
    private void refuseInterference() {
        List<Name> columns = List.copyOf(trigger.set().keySet());
        for (int later = 1; later < columns.size(); later++) {
            String value = value(columns.get(later), trigger.set().get(columns.get(later)));
            for (Name earlier : columns.subList(0, later)) {
                if (value.contains("NEW." + text.name(earlier))) {
                    throw text.refuse(
                            "the trigger " + trigger.name(),
                            "its value for " + columns.get(later) + " reads NEW." + earlier
                                    + ", which the trigger has set before",
                            "the value without NEW." + earlier + ", or another order");
                }
            }
        }
    }

    private static String word(Trigger.Event event) {
        return event.name().toLowerCase(Locale.ROOT);
    }
}
