package io.godwit.schema;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row trigger that sets columns of the row at hand. Immutable.
 *
 * @param name its name, unique in the schema
 * @param table the table it belongs to
 * @param timing before or after the change
 * @param events the changes that fire it
 * @param set column to value; expressions see the row as {@code NEW} and {@code OLD}
 * @param when only rows that meet this; null for all
 */
public record Trigger(
        Name name,
        TableName table,
        Timing timing,
        Set<Event> events,
        Map<Name, Value> set,
        @Nullable Expression when) {

    /** When a trigger fires, seen from the change. */
    public enum Timing {
        BEFORE,
        AFTER
    }

    /** What fires a trigger. */
    public enum Event {
        INSERT,
        UPDATE,
        DELETE
    }

    public Trigger {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(timing, "timing");
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a trigger needs at least one event");
        }
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        if (set.isEmpty()) {
            throw new IllegalArgumentException("a trigger sets at least one column");
        }
    }
}
