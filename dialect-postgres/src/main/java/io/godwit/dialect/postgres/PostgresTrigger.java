package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Statement;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A portable trigger as a function of its own and the trigger that calls it. {@link TriggerSource} reads the function's text back,
 * so its lines are a format.
 *
 * @param table what is known of the table; null if nothing is
 */
record PostgresTrigger(
        Dialect dialect,
        PostgresText text,
        Trigger trigger,
        @Nullable Table table) {

    static final String FIRST_LINE = "-- Made by Godwit for one trigger, and dropped with it.";
    static final String LINE_END = "; -- set";
    static final String WHEN_START = "  IF (";
    static final String WHEN_END = ") IS NOT TRUE THEN RETURN NEW; END IF; -- when";

    private static final Pattern OLD = Pattern.compile("(?i)\\bold\\b");

    List<Statement> create() {
        refuseDelete();
        return List.of(Statement.of("CREATE " + function()), Statement.of(createTrigger()));
    }

    /** The function again, after what it names was renamed. */
    Statement replaceFunction() {
        return Statement.of("CREATE OR REPLACE " + function());
    }

    Statement dropFunction() {
        return Statement.of("DROP FUNCTION IF EXISTS " + functionName() + "()");
    }

    private void refuseDelete() {
        if (trigger.events().contains(Trigger.Event.DELETE)) {
            throw new UnsupportedByDialectException(new Unsupported(
                    dialect.engine(),
                    "trigger " + trigger.name() + " on delete",
                    "a row that is deleted has no columns to set",
                    "the events insert and update, or sql for this engine"));
        }
    }

    private TableName functionTable() {
        return trigger.table().sibling(dialect.naming().fit(trigger.name() + "_fn"));
    }

    String functionName() {
        return text.name(functionTable());
    }

    private String createTrigger() {
        Expression when = trigger.when();
        return "CREATE TRIGGER " + text.name(trigger.name()) + " " + trigger.timing() + " "
                + trigger.events().stream().map(Enum::name).collect(Collectors.joining(" OR "))
                + " ON " + text.name(trigger.table()) + " FOR EACH ROW"
                + (when == null || whenIsInFunction(when)
                        ? ""
                        : " WHEN (" + text.expression(when, trigger.table()) + ")")
                + " EXECUTE FUNCTION " + functionName() + "()";
    }

    /** A WHEN of a trigger on INSERT cannot name OLD; in the function it is a row of NULLs. */
    private boolean whenIsInFunction(Expression when) {
        return trigger.events().contains(Trigger.Event.INSERT)
                && OLD.matcher(when.text()).find();
    }

    private String function() {
        String body = body();
        String quote = "$godwit$";
        for (int number = 1; body.contains(quote); number++) {
            quote = "$godwit" + number + "$";
        }
        return "FUNCTION " + functionName() + "() RETURNS trigger LANGUAGE plpgsql"
                + (trigger.timing() == Trigger.Timing.AFTER ? " SET search_path FROM CURRENT" : "") + " AS " + quote
                + "\n" + body + "\n" + quote;
    }

    private String body() {
        boolean after = trigger.timing() == Trigger.Timing.AFTER;
        StringBuilder body = new StringBuilder(FIRST_LINE).append("\nBEGIN\n");
        if (after) {
            // Its own UPDATE fires it again.
            body.append("  IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;\n");
        }
        Expression when = trigger.when();
        if (when != null && whenIsInFunction(when)) {
            body.append(WHEN_START)
                    .append(text.expression(when, trigger.table()))
                    .append(WHEN_END)
                    .append('\n');
        }
        refuseInterference();
        trigger.set()
                .forEach((column, value) -> body.append("  NEW.")
                        .append(text.name(column))
                        .append(" := ")
                        .append(text.value(value, type(column), trigger.table()))
                        .append(LINE_END)
                        .append('\n'));
        return body.append(after ? update() : "").append("  RETURN NEW;\nEND").toString();
    }

    /** The assignments run one after the other: a later one would see what an earlier one set. */
    private void refuseInterference() {
        List<Name> columns = List.copyOf(trigger.set().keySet());
        for (int later = 1; later < columns.size(); later++) {
            for (Name earlier : columns.subList(0, later)) {
                if (trigger.set().get(columns.get(later)) instanceof Expression expression
                        && mentionsNew(expression.text(), earlier)) {
                    throw new UnsupportedByDialectException(new Unsupported(
                            dialect.engine(),
                            "trigger " + trigger.name(),
                            "the value of " + columns.get(later) + " depends on " + earlier + ", which it sets first",
                            "set " + columns.get(later) + " before " + earlier));
                }
            }
        }
    }

    private static boolean mentionsNew(String text, Name column) {
        String name = column.text().toLowerCase(Locale.ROOT);
        return Pattern.compile("\\bnew\\s*\\.\\s*\"?" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text.toLowerCase(Locale.ROOT))
                .find();
    }

    private String update() {
        String sets = trigger.set().keySet().stream()
                .map(column -> text.name(column) + " = NEW." + text.name(column))
                .collect(Collectors.joining(", "));
        PrimaryKey key = table == null ? null : table.primaryKey();
        String which = key == null
                ? "ctid = NEW.ctid"
                : key.columns().stream()
                        .map(column -> text.name(column) + " = NEW." + text.name(column))
                        .collect(Collectors.joining(" AND "));
        return "  UPDATE " + text.name(trigger.table()) + " SET " + sets + " WHERE " + which + ";\n";
    }

    private @Nullable ColumnType type(Name column) {
        return table == null ? null : table.column(column).map(Column::type).orElse(null);
    }
}
