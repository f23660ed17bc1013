package io.godwit.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint; rows with a NULL in it never collide, on any engine.
 *
 * @param name null until named
 * @param columns in key order
 */
public record UniqueKey(@Nullable Name name, List<Name> columns) implements Constraint {

    public UniqueKey {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a unique constraint needs at least one column");
        }
    }

    public UniqueKey named(Name newName) {
        return new UniqueKey(newName, columns);
    }
}
