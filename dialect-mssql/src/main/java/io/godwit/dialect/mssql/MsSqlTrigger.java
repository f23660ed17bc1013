package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaView;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.Value;
import io.godwit.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A portable trigger as SQL Server's own. SQL Server has no row triggers and no BEFORE: one AFTER trigger updates all rows of the
 * statement, found by their primary key in the sets {@code inserted} and {@code deleted}.
 *
 * <p>What one of a table's portable triggers writes fires none of them again. Comments mark what {@link TriggerReader} reads back.
 */
final class MsSqlTrigger {

    private final MsSqlText text;
    private final Table table;
    private final Trigger trigger;

    /** @param table as it will be, with all its triggers */
    MsSqlTrigger(Dialect dialect, RenderContext context, Table table, Trigger trigger) {
        RenderContext known = new RenderContext(
                new With(context.schema(), table), context.translator(), context.typeMapping(), context.notes());
        this.text = new MsSqlText(dialect, known);
        this.table = table;
        this.trigger = trigger;
    }

    /** The text behind CREATE TRIGGER. */
    String text() {
        if (trigger.events().contains(Trigger.Event.DELETE)) {
            throw Refusal.of(
                    "the trigger " + trigger.name() + " on DELETE",
                    "a row that is deleted has no columns to set",
                    "a trigger under the key \"sqlserver\" of sql");
        }
        Expression when = trigger.when();
        String condition = when == null ? "" : text.condition(when, table.name());
        String assignments = trigger.set().entrySet().stream()
                .map(entry -> "    /* set */ " + text.name(entry.getKey()) + " = /* to */ "
                        + value(entry.getKey(), entry.getValue()) + " /* end */")
                .collect(Collectors.joining(",\n"));
        return text.name(table.name().sibling(trigger.name())) + " ON " + text.name(table.name()) + " AFTER "
                + events(", ")
                + " AS\nBEGIN\n  /* " + marker() + " */\n  SET NOCOUNT ON;\n  IF " + running()
                + " > 1 RETURN;\n  UPDATE [row] SET\n" + assignments + "\n  FROM " + text.name(table.name())
                + " AS [row] JOIN inserted AS NEW ON " + same("NEW") + before(assignments + condition)
                + (condition.isEmpty() ? "" : "\n  WHERE /* when */ " + condition + " /* end */") + ";\nEND";
    }

    private String events(String separator) {
        return trigger.events().stream().map(Enum::name).collect(Collectors.joining(separator));
    }

    private String marker() {
        return "godwit trigger: " + trigger.timing().name().toLowerCase(Locale.ROOT) + " "
                + events(", ").toLowerCase(Locale.ROOT);
    }

    private String value(Name column, Value value) {
        return text.value(value, table.column(column).map(Column::type).orElse(null), table.name());
    }

    /** How many of the table's portable triggers are at work now, this one included. */
    private String running() {
        return table.triggers().stream()
                .map(other -> "TRIGGER_NESTLEVEL(OBJECT_ID("
                        + text.quoted(table.name().sibling(other.name())) + "), 'AFTER', 'DML')")
                .collect(Collectors.joining(" + "));
    }

    private String before(String expressions) {
        return new IdentifierText(expressions).mentions(Name.of("old"))
                ? "\n  LEFT JOIN deleted AS OLD ON " + same("OLD")
                : "";
    }

    private String same(String set) {
        PrimaryKey key = table.primaryKey();
        if (key == null) {
            throw Refusal.of(
                    "the trigger " + trigger.name() + " of " + table.name(),
                    "SQL Server's triggers see sets of rows, and the table has no primary key to tell them by",
                    "a primary key, or a trigger under the key \"sqlserver\" of sql");
        }
        return key.columns().stream()
                .map(column -> set + "." + text.name(column) + " = [row]." + text.name(column))
                .collect(Collectors.joining(" AND "));
    }

    /** A schema in which one table is already as it will be. */
    private record With(SchemaView schema, Table changed) implements SchemaView {

        @Override
        public Optional<Table> table(TableName name) {
            return name.equals(changed.name()) ? Optional.of(changed) : schema.table(name);
        }

        @Override
        public Optional<View> view(TableName name) {
            return schema.view(name);
        }

        @Override
        public Optional<Sequence> sequence(TableName name) {
            return schema.sequence(name);
        }

        @Override
        public boolean hasSchema(Name name) {
            return schema.hasSchema(name);
        }

        @Override
        public List<Table> referencing(TableName name) {
            return schema.referencing(name);
        }

        @Override
        public boolean complete() {
            return schema.complete();
        }
    }
}
