package io.godwit.schema;

import java.util.List;
import java.util.Objects;

/**
 * How a table is divided, kept where the engine has declarative partitions.
 *
 * @param kind by what rule
 * @param columns the columns of the rule
 */
public record Partition(Kind kind, List<Name> columns) {

    /** The rule by which rows find their partition. */
    public enum Kind {
        RANGE,
        LIST,
        HASH
    }

    public Partition {
        Objects.requireNonNull(kind, "kind");
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a partitioned table names at least one column");
        }
    }
}
