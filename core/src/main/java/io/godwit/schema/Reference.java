package io.godwit.schema;

import java.util.Objects;

/**
 * A column's own foreign key, as a column definition writes it.
 *
 * @param table the table referred to
 * @param column the column referred to
 * @param onDelete what happens here when the row there goes
 * @param onUpdate what happens here when the key there changes
 */
public record Reference(TableName table, Name column, ReferentialAction onDelete, ReferentialAction onUpdate) {

    public Reference {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
    }
}
