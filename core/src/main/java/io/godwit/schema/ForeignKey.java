package io.godwit.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference to another table's (or the same table's) key.
 *
 * @param name null until named
 * @param columns the referring columns
 * @param table the table referred to
 * @param referenced the columns referred to, as many as {@code columns}
 * @param onDelete what happens here when a row there goes
 * @param onUpdate what happens here when a key there changes
 */
public record ForeignKey(
        @Nullable Name name,
        List<Name> columns,
        TableName table,
        List<Name> referenced,
        ReferentialAction onDelete,
        ReferentialAction onUpdate)
        implements Constraint {

    public ForeignKey {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
        if (columns.isEmpty() || columns.size() != referenced.size()) {
            throw new IllegalArgumentException("a foreign key needs as many columns there as here, and at least one");
        }
    }

    public ForeignKey named(Name newName) {
        return new ForeignKey(newName, columns, table, referenced, onDelete, onUpdate);
    }
}
