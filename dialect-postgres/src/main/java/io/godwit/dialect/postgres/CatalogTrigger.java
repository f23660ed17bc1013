package io.godwit.dialect.postgres;

import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import io.godwit.schema.Value;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One trigger as pg_trigger has it, and the source of its function.
 *
 * @param type bits of pg_trigger.tgtype: 1 for a row, 2 before, 4 insert, 8 delete, 16 update
 */
record CatalogTrigger(Name name, String definition, int type, String source) {

    private static final String NEW = "  NEW.\"";
    private static final String ASSIGNED = "\" := ";
    private static final String WHEN = " WHEN (";

    /** The portable trigger that {@link PostgresTrigger} made this of; empty for any other. */
    Optional<Trigger> portable(Table table) {
        String body = source.strip();
        if (!body.startsWith(PostgresTrigger.FIRST_LINE)) {
            return Optional.empty();
        }
        Map<Name, Value> set = new LinkedHashMap<>();
        Expression when = when();
        for (String part : body.split(PostgresTrigger.LINE_END + "\n", -1)) {
            int assigned = part.indexOf(ASSIGNED);
            int start = assigned < 0 ? -1 : part.lastIndexOf(NEW, assigned);
            if (start >= 0) {
                Name column =
                        Name.of(part.substring(start + NEW.length(), assigned).replace("\"\"", "\""));
                set.put(column, value(table, column, part.substring(assigned + ASSIGNED.length())));
            }
        }
        Trigger.Timing timing = (type & 2) != 0 ? Trigger.Timing.BEFORE : Trigger.Timing.AFTER;
        return set.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trigger(name, table.name(), timing, events(), set, when));
    }

    EngineObject engineObject() {
        return new EngineObject("trigger", name, definition);
    }

    private static Value value(Table table, Name column, String text) {
        Value value = table.column(column)
                .map(Column::type)
                .<@Nullable Value>map(type -> new CatalogDefault(text, type).value())
                .orElse(null);
        return value == null ? Expression.ofEngine(text) : value;
    }

    private Set<Trigger.Event> events() {
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        if ((type & 4) != 0) {
            events.add(Trigger.Event.INSERT);
        }
        if ((type & 8) != 0) {
            events.add(Trigger.Event.DELETE);
        }
        if ((type & 16) != 0) {
            events.add(Trigger.Event.UPDATE);
        }
        return events;
    }

    private @Nullable Expression when() {
        int inBody = source.indexOf(PostgresTrigger.WHEN_START);
        if (inBody >= 0) {
            int end = source.indexOf(PostgresTrigger.WHEN_END, inBody);
            return Expression.ofEngine(source.substring(inBody + PostgresTrigger.WHEN_START.length(), end));
        }
        int start = definition.indexOf(WHEN);
        if (start < 0) {
            return null;
        }
        int open = start + WHEN.length() - 1;
        int close = new SqlTokens(definition).closing(open);
        return close < 0 ? null : Expression.ofEngine(definition.substring(open + 1, close));
    }
}
