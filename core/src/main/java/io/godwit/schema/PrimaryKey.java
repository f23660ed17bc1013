package io.godwit.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary key.
 *
 * @param name null until named
 * @param columns in key order
 */
public record PrimaryKey(@Nullable Name name, List<Name> columns) implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a primary key needs at least one column");
        }
    }

    public static PrimaryKey of(List<Name> columns) {
        return new PrimaryKey(null, columns);
    }

    public PrimaryKey named(Name newName) {
        return new PrimaryKey(newName, columns);
    }
}
